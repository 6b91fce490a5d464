import * as fields from "./catalogue/fields.js";
import * as text from "./catalogue/text.js";
import * as values from "./catalogue/values.js";
import type { DiagnosticFactory } from "./diagnostic.js";

/** What may be said of a policy when it is read. */
export const POLICY_DIAGNOSTICS: readonly DiagnosticFactory<never>[] = [text, fields, values].flatMap(
  (file): readonly DiagnosticFactory<never>[] => Object.values(file),
);
