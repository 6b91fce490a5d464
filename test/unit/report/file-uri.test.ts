import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { fileUri } from "../../../src/report/file-uri.js";

test.each([
  ["policy.yaml", "policy.yaml"],
  ["./deploy//audit/./policy.yaml", "deploy/audit/policy.yaml"],
  ["../policy.yaml", "../policy.yaml"],
  ["deploy\\policy.yaml", "deploy/policy.yaml"],
  ["a b#1?.yaml", "a%20b%231%3F.yaml"],
  ["<stdin>", "%3Cstdin%3E"],
  ["preset:gce", "preset%3Agce"],
  ["über.yaml", "%C3%BCber.yaml"],
])("%s lies below the root of the sources", (file, uri) => {
  expect(fileUri(file)).toEqual({ uri, uriBaseId: "%SRCROOT%" });
});

test.each([
  ["/etc/kubernetes/policy.yaml", "file:///etc/kubernetes/policy.yaml"],
  ["C:\\audit\\policy.yaml", "file:///C:/audit/policy.yaml"],
])("%s is absolute", (file, uri) => {
  expect(fileUri(file)).toEqual({ uri });
});

test("an absolute path is the one that Node makes a URL of", () => {
  const segment = fc
    .string({ unit: "grapheme", minLength: 1 })
    .filter((name) => !/^\.{1,2}$|[/\\\0]/.test(name));
  fc.assert(
    fc.property(fc.array(segment, { minLength: 1 }), (segments) => {
      const path = `/${segments.join("/")}`;
      expect(new URL(fileUri(path).uri).pathname.split("/").map(decodeURIComponent)).toEqual(
        pathToFileURL(path).pathname.split("/").map(decodeURIComponent),
      );
    }),
  );
});
