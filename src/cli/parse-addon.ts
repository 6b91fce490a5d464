import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import { type FragmentUse, getFragment, listFragments } from "../presets/index.js";

/** What `--addon` says, and what is not recorded because of it. */
export interface ParsedAddon {
  readonly use: FragmentUse;
  readonly hides: string | undefined;
}

/** `argocd`, or `argocd:namespace=gitops`; values of a list are joined by `+`. */
export function parseAddon(word: string): ParsedAddon {
  const [name = "", ...parameters] = word.split(/:(?=\w+=)/);
  const names = listFragments().map((one) => one.name);
  if (!names.some((known) => known === name)) {
    const addons = listFragments().filter(({ addon }) => addon !== undefined);
    throw new GenAuditError("bad-usage", `unknown add-on "${name}"${didYouMean(name, names)}`, {
      help: `add-ons are ${addons.map((one) => one.name).join(", ")}; gen-audit list fragments names all fragments`,
    });
  }
  const fragment = getFragment(name);
  const values = parameters.map((parameter) => {
    const [key = "", value = ""] = parameter.split(/=(.*)/s);
    const isList = fragment.parameters?.[key]?.type === "users";
    return [key, isList ? value.split("+") : value] as const;
  });
  return {
    use: { name, ...(values.length > 0 && { with: Object.fromEntries(values) }) },
    hides: fragment.hides,
  };
}
