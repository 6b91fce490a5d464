import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { type Fragment, getFragment, instantiateFragment, listFragments } from "../presets/index.js";
import { asUsage } from "./as-usage.js";
import type { Files } from "./host.js";
import { isPresetFile } from "./preset-file.js";

/** The fragment that `--addon` names: `argocd`, `argocd:namespace=gitops`, `./ours.yaml`; values of a list are joined by `+`. */
export async function parseAddon(word: string, files: Files): Promise<Fragment> {
  const [name = "", ...parameters] = word.split(/:(?=\w+=)/);
  const fragment = isPresetFile(name) ? await readFile(name, files) : findFragment(name);
  const values = parameters.map((parameter) => {
    const [key = "", value = ""] = parameter.split(/=(.*)/s);
    return [key, fragment.parameters?.[key]?.type === "users" ? value.split("+") : value] as const;
  });
  if (values.length === 0) return fragment;
  const given = Object.fromEntries(values);
  asUsage(() => instantiateFragment(fragment, given));
  const filled = Object.entries(fragment.parameters ?? {}).map(([key, parameter]) => [
    key,
    { ...parameter, default: given[key] ?? parameter.default },
  ]);
  return { ...fragment, parameters: Object.fromEntries(filled) };
}

async function readFile(path: string, files: Files): Promise<Fragment> {
  const { readFragmentFile } = await import("../fragments/index.js");
  return readFragmentFile(await files.read(path), path);
}

function findFragment(name: string): Fragment {
  const names = listFragments().map((one) => one.name);
  if (names.some((known) => known === name)) return getFragment(name);
  const addons = listFragments().filter(({ addon }) => addon !== undefined);
  throw new GenAuditError("bad-usage", `unknown add-on "${name}"${didYouMean(name, names)}`, {
    help: `add-ons are ${addons.map((one) => one.name).join(", ")}, or a file; gen-audit list fragments names all fragments`,
  });
}
