import { didYouMean, GenAuditError } from "../../diagnostics/index.js";
import { LINT_RULES } from "../../lint/index.js";
import { listFragments, listPresets } from "../../presets/index.js";
import { listGuarantees } from "../../prove/index.js";
import { listTargets } from "../../render/index.js";
import { type Command, writeJson } from "../command.js";
import { COMMON_FLAGS } from "../common-flags.js";
import { EXIT } from "../host.js";

interface Row {
  readonly name: string;
  readonly about: string;
}

interface Listing {
  readonly rows: readonly Row[];
  readonly objects: readonly object[];
}

const LISTS: Readonly<Record<string, () => Listing>> = {
  presets() {
    const presets = listPresets();
    return {
      rows: presets.map(({ name, purpose, knownFaults, notes = [] }) => ({
        name,
        about: [
          purpose,
          ...knownFaults.map(({ what }) => `known fault: ${what}`),
          ...notes.map((note) => `note: ${note}`),
        ].join("\n"),
      })),
      objects: presets.map(({ policy, reasons: _, ...preset }) => ({
        ...preset,
        rules: policy.rules.length,
      })),
    };
  },
  fragments() {
    const fragments = listFragments();
    return {
      rows: fragments.map(({ name, slot, purpose, addon, parameters = {} }) => ({
        name,
        about: `${addon === undefined ? "" : `add-on for ${addon}: `}${purpose} [${slot}${Object.keys(
          parameters,
        )
          .map((key) => `, ${key}`)
          .join("")}]`,
      })),
      objects: fragments,
    };
  },
  targets() {
    const targets = listTargets();
    return {
      rows: targets.map(({ name, summary, versions, forms = [] }) => ({
        name,
        about:
          summary +
          (versions ? ` (${name}@${versions.oldest} to ${name}@${versions.newest})` : "") +
          (forms.length > 1 ? `\nforms: ${forms.join(", ")}` : ""),
      })),
      objects: targets,
    };
  },
  rules() {
    const rules = LINT_RULES.flatMap(({ diagnostics }) => diagnostics);
    const objects = rules
      .map(({ code, severity, title }) => ({ name: code, severity, title }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    return {
      rows: objects.map(({ name, severity, title }) => ({ name, about: `${severity.padEnd(7)}  ${title}` })),
      objects,
    };
  },
  guarantees() {
    const guarantees = listGuarantees();
    return {
      rows: guarantees.map(({ name, title, packs }) => ({
        name,
        about: title + (packs.length > 0 ? ` [${packs.join(", ")}]` : ""),
      })),
      objects: guarantees,
    };
  },
};

/** What there is to choose from. */
export const list: Command = {
  name: "list",
  summary: "the presets, their fragments, the targets, the rules of lint and the guarantees that there are",
  usage: "list presets|fragments|targets|rules|guarantees [--json]",
  examples: [
    ["gen-audit list presets", "policies to start from"],
    ["gen-audit list fragments", "what presets are composed of, and add-ons to them"],
    ["gen-audit list targets", "tools to render for, with their versions"],
    ["gen-audit list rules", "what lint looks for"],
    ["gen-audit list guarantees", "what can be proved of a policy, and the packs"],
  ],
  flags: COMMON_FLAGS,
  async run(args, host) {
    const [what, ...others] = args.positionals;
    const names = Object.keys(LISTS);
    if (what === undefined || others.length > 0) {
      throw new GenAuditError("bad-usage", `list wants one of ${names.join(", ")}`);
    }
    const load = Object.hasOwn(LISTS, what) ? LISTS[what] : undefined;
    if (!load)
      throw new GenAuditError("bad-usage", `there is no list of "${what}"${didYouMean(what, names)}`);
    const { rows, objects } = load();
    if (args.has("json")) writeJson(host, { [what]: objects });
    else host.stdout.write(printRows(rows));
    return EXIT.ok;
  },
};

function printRows(rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .flatMap(({ name, about }) =>
      about.split("\n").map((line, index) => `${(index === 0 ? name : "").padEnd(width)}  ${line}\n`),
    )
    .join("");
}
