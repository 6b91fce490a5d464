import { existsSync, readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { getPreset, type PresetName } from "../../src/presets/index.js";
import { renderTarget } from "../../src/provider/index.js";
import { strict } from "./strict-schema.js";

/** OpenShift's own CRD, which is no part of this repository: the test runs where it is at hand. */
const crd = new URL("../../../shared/data/schemas/ocp.yaml", import.meta.url);

describe.runIf(existsSync(crd))("OpenShift's CRD, with unknown fields refused,", () => {
  const schema = existsSync(crd)
    ? parse(readFileSync(crd, "utf8")).spec.versions[0].schema.openAPIV3Schema.properties.spec
    : {};
  const validate = new Ajv({ strict: false, validateFormats: false }).compile(strict(schema) as object);

  test.each<PresetName>([
    "openshift-default",
    "openshift-write-request-bodies",
    "openshift-all-request-bodies",
    "openshift-none",
  ])("takes what is rendered of %s", (preset) => {
    const { artifacts } = renderTarget({ policy: getPreset(preset).policy, target: "openshift" });
    const object = parse(artifacts[0]?.content ?? "", { version: "1.1" });
    expect(object).toMatchObject({
      apiVersion: "config.openshift.io/v1",
      kind: "APIServer",
      metadata: { name: "cluster" },
    });
    validate(object.spec);
    expect(validate.errors ?? []).toEqual([]);
  });

  test("refuses another profile, and a misspelt key", () => {
    expect(validate({ audit: { profile: "Everything" } })).toBe(false);
    expect(validate({ audit: { profiles: "Default" } })).toBe(false);
  });
});
