import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { putIntoObject } from "../../src/into/index.js";
import type { Policy } from "../../src/model/index.js";
import { TOOL_DOCUMENTS } from "../property/arbitraries/kept-documents.js";
import { type Schema, strict } from "./strict-schema.js";

/** The tools' own schemas, which are no part of this repository: each test runs where its schema is at hand. */
const FOLDER = new URL("../../../shared/data/schemas/", import.meta.url);
const policy: Policy = { apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] };
const webhook = { server: "https://audit.example", token: "abc" };

// biome-ignore lint/suspicious/noExplicitAny: schemas and documents, which are looked at below one path alone.
type Part = any;

interface Held {
  readonly target: string;
  readonly file: string;
  /** The schema of the part that is held against it. */
  readonly schemaOf: (text: string) => Schema;
  readonly partOf: (document: Part) => Part;
}

const specOf = (text: string, version: string): Part =>
  parse(text).spec.versions.find(({ name }: Part) => name === version).schema.openAPIV3Schema.properties.spec;

const HELD: readonly Held[] = [
  { target: "k3d", file: "k3d.json", schemaOf: (text) => JSON.parse(text), partOf: (document) => document },
  {
    target: "rancher",
    file: "rancher.yaml",
    schemaOf: (text) => specOf(text, "v1"),
    partOf: ({ spec }) => spec,
  },
  ...["v1beta1", "v1beta2"].map((version) => ({
    target: "cluster-api",
    file: "kcp.yaml",
    schemaOf: (text: string) => specOf(text, version).properties.kubeadmConfigSpec,
    partOf: ({ apiVersion, spec }: Part) =>
      apiVersion.endsWith(version) ? (spec.template?.spec ?? spec).kubeadmConfigSpec : undefined,
  })),
];

describe.each(HELD)("the schema of $target in $file", ({ target: name, file, schemaOf, partOf }) => {
  const url = new URL(file, FOLDER);

  test.runIf(existsSync(url))("takes a document into which something is put", () => {
    const schema = strict(schemaOf(readFileSync(url, "utf8"))) as object; // as Ajv calls it
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);
    fc.assert(
      fc.property(fc.gen(), fc.boolean(), (draw, hasWebhook) => {
        const { target = "", data = {} } = TOOL_DOCUMENTS[name]?.(draw) ?? {};
        fc.pre(partOf(data) !== undefined && validate(partOf(data)));
        const settings = hasWebhook ? { webhook } : {};
        const { document } = putIntoObject(data, { policy, target, settings });
        validate(partOf(document));
        expect(validate.errors ?? []).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
