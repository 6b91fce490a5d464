import type { ProvidedRendering } from "../provider/index.js";
import { printComparison } from "../report/index.js";
import { printSteps } from "./print-steps.js";

/** How many differences show what a provider does otherwise; `diff` tells of all. */
const SHOWN = 3;

/** What a provider records instead of the policy, and the steps that turn that on. */
export function printProvided({ provider, ...rendering }: ProvidedRendering): string {
  if (!provider || provider.comparison.relation === "equivalent") return "";
  const names = { before: "the policy", after: provider.name };
  const comparison = printComparison(provider.comparison, names, SHOWN);
  return `${comparison}\nwhat ${provider.name} records can be had by these steps:\n${printSteps(rendering)}`;
}
