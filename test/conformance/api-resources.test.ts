import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ourResources } from "./api-resources-suite.js";

/** The resources that kube-apiserver's own discovery lists. */
interface Recording {
  readonly recordedFrom: string;
  readonly release: string;
  readonly cases: readonly (readonly string[])[];
}

const { recordedFrom, release, cases }: Recording = JSON.parse(
  readFileSync(new URL("vectors/api-resources.json", import.meta.url), "utf8"),
);

test(`the resources of Kubernetes ${release} are the ${cases.length} that ${recordedFrom} lists`, () => {
  expect(cases.length).toBeGreaterThan(100);
  expect(ourResources(release, true)).toEqual(cases.map((one) => JSON.stringify(one)));
});
