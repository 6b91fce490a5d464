import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../../src/diagnostics/index.js";
import { lintPolicy } from "../../../src/lint/index.js";
import { parsePolicy } from "../../../src/parse/index.js";

/*
 * All that lint says of policies that people publish, in a list that is looked through when it changes: each line has the
 * file, the code, the place, and why it is said to the author of that policy.
 */

/** What an author would be told who asks why. */
const REASONS: Readonly<Record<string, string>> = {
  "api-version-missing": "the API server of 1.24 and later wants it, and refuses the file",
  "api-version-removed": "1.24 took v1beta1 away; who copies the file has an API server that does not start",
  "configmap-bodies": "ConfigMaps hold credentials in practice, and CIS 3.2.2 asks for Metadata",
  "exec-not-recorded":
    "kubectl of 1.30 and later runs commands by GET; they leave no trace, though others do",
  "failed-authentication-not-recorded": "reads are dropped for those too who failed to log in",
  "group-with-version": "groups carry no version: the API server refuses the file",
  "health-checks-recorded":
    "kubelet and load balancers ask at /livez and /readyz since 1.16, every few seconds",
  "kind-missing": "a missing kind is read as Policy, but tells readers and tools nothing",
  "managed-fields-recorded":
    "managed fields are much of many bodies, and tell an auditor nothing; since 1.23 they can be left out",
  "no-catch-all": "what is not named is not recorded, and nothing says that it is meant",
  "nothing-recorded": "auditing is on, and the log stays empty",
  "path-not-served": "/swagger went with 1.14; what took its place is recorded at each discovery",
  "path-of-a-resource": "reads of a resource never match a path, so that the rule silences nothing",
  "proxy-not-recorded":
    "requests by way of the proxy reach whatever listens there, and leave no trace, though others do",
  "request-received-recorded":
    "the event says nothing that the one at completion does not, and doubles their number",
  "resource-in-wrong-group":
    "the group has no such resource: the one that is meant goes to another rule, or to none",
  "resource-names-without-effect":
    "the name of what is created is in the body, so that creating it is decided elsewhere",
  "rule-covered": "an earlier rule has it all, at the same level: it misleads who reads the policy",
  "rule-redundant": "the rules behind decide the same: one rule less to understand",
  "secret-bodies": "Secrets are in the log in plain text for all who can read it",
  "subresources-missed":
    "changes by way of the subresource are recorded of nobody, though those of the resource are",
  "token-bodies": "a bearer token in the log is good until it expires",
  "unknown-field": "the API server drops the field, and the rule takes more than it says",
  "unknown-group": "no release has a group that is called so; the rule takes none of what is meant",
  "unknown-resource": "no release has the resource in that group; the entry takes nothing",
  "user-gone": "nobody has that name since the insecure port went with 1.20",
  "write-verb-at-lower-level": "of one write verb less is recorded than of the others beside it",
  "write-verb-missing": "of one write verb nothing is recorded, though of the others beside it",
};

const published = new URL("../../../../shared/data/policies/", import.meta.url);

describe.skipIf(!existsSync(published))("what lint says of published policies", () => {
  const lines = readdirSync(published)
    .sort()
    .flatMap((file) => {
      const parsed = parsePolicy(readFileSync(new URL(file, published), "utf8"), { file });
      const found = [...parsed.diagnostics, ...lintPolicy(parsed)].map((one) => describeFinding(file, one));
      return found.length > 0 ? found : [`${file}: nothing`];
    });

  test("is what stands in the list", async () => {
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("../../fixtures/published-findings.txt");
  });

  test("has a reason for each code, and no reason for another", () => {
    const codes = lines.flatMap((line) => / ([a-z-]+) at /.exec(line)?.[1] ?? []);
    expect(Object.keys(REASONS)).toEqual([...new Set(codes)].sort());
  });
});

function describeFinding(file: string, { code, severity, path }: Diagnostic): string {
  return `${file}: ${severity} ${code} at ${path === "" ? "the policy" : path}: ${REASONS[code]}`;
}
