import type { Data, FindItem } from "../editable-document.js";

/** Lists of `name=value` that k3s and RKE2 are told, with or without dashes before the name. */

/** The flag that an entry sets. */
export function flagNameOf(entry: Data | undefined): string | undefined {
  return typeof entry === "string" ? /^-*([^=\s]+)/.exec(entry)?.[1] : undefined;
}

/** Of a flag that is repeated the last counts. */
export const findArgument: FindItem = (wanted, present) => {
  const name = flagNameOf(wanted);
  return present.findLastIndex((entry) => name !== undefined && flagNameOf(entry) === name);
};

/** Arguments with the dashes that those have whose places they take. */
export function argumentsAsIn(present: readonly Data[], wanted: readonly string[]): readonly string[] {
  return wanted.map((argument) => {
    const entry = present[findArgument(argument, present)];
    const [dashes = ""] = typeof entry === "string" ? (/^-+/.exec(entry) ?? []) : [];
    return dashes + argument;
  });
}
