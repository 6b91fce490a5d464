import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { TargetName } from "./generate-rendering.js";
import { renderedArguments } from "./rendered-arguments.js";
import { describeCase, generateToolCases, RECORDED, type ToolRecording } from "./tool-suite.js";

/** Files that each tool took, and the flags that it made of them. */
const TOOLS: readonly TargetName[] = ["kind", "talos", "k3d", "k0sctl", "cluster-api", "minikube"];
const read = (target: TargetName): ToolRecording =>
  JSON.parse(readFileSync(new URL(`vectors/${target}.json`, import.meta.url), "utf8"));
const recordings = TOOLS.map((target) => ({ target, ...read(target) }));

test.each(recordings)("what is rendered for $target is what $recordedFrom took", ({ target, cases }) => {
  const rendered = generateToolCases(target, 1, RECORDED).map((one) => [
    ...describeCase(one),
    ...[...renderedArguments(one.rendering)].sort(),
  ]);
  expect(rendered).toHaveLength(RECORDED);
  expect(rendered).toEqual(cases.map(([name, digest, ...args]) => [name, digest, ...args.sort()]));
});
