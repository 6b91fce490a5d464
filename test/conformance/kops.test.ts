import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fragmentDigest, generateKopsCases, type KopsRecording, RECORDED } from "./kops-suite.js";
import { renderedArguments } from "./rendered-arguments.js";

/** Fragments that kOps took and kept, and the flags that it made of them. */
const { recordedFrom, cases }: KopsRecording = JSON.parse(
  readFileSync(new URL("vectors/kops.json", import.meta.url), "utf8"),
);

test(`what is rendered for kOps is what ${recordedFrom} took`, () => {
  const rendered = generateKopsCases(1, RECORDED).map((one) => [
    one.request.target,
    fragmentDigest(one),
    ...[...renderedArguments(one.rendering)].sort(),
  ]);
  expect(rendered).toHaveLength(RECORDED);
  expect(rendered).toEqual(cases.map(([target, digest, ...args]) => [target, digest, ...args.sort()]));
});
