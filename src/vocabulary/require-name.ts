import { GenAuditError } from "../diagnostics/index.js";
import { isDnsLabel, isDnsSubdomain } from "../kubernetes/index.js";

/** Throws for a name that no object of its kind can have: a rule with it would apply to nobody, and say nothing of that. */
export function requireName(kind: "namespace" | "service account" | "node", name: string): string {
  if (kind === "namespace" ? isDnsLabel(name) : isDnsSubdomain(name)) return name;
  throw new GenAuditError("bad-input", `no ${kind} can be called "${name}"`, {
    help:
      kind === "namespace"
        ? "small letters, digits and - inside, no more than 63"
        : "small letters and digits, with - and . inside",
  });
}
