import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { generateKubeadmCases, type KubeadmRecording, RECORDED, textDigest } from "./kubeadm-suite.js";
import { renderedArguments } from "./rendered-arguments.js";

/** Texts that kubeadm took strictly, and the flags of the pods that it made of them. */
const { recordedFrom, cases }: KubeadmRecording = JSON.parse(
  readFileSync(new URL("vectors/kubeadm.json", import.meta.url), "utf8"),
);

test(`what is rendered for kubeadm is what ${recordedFrom.join(" and ")} took`, () => {
  const rendered = generateKubeadmCases(1, RECORDED).map((one) => [
    one.request.target,
    textDigest(one),
    ...[...renderedArguments(one.rendering)].sort(),
  ]);
  expect(rendered).toHaveLength(RECORDED.configurations + RECORDED.patches);
  expect(rendered).toEqual(cases.map(([target, digest, ...args]) => [target, digest, ...args.sort()]));
});
