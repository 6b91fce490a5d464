import { writeFile } from "node:fs/promises";
import { minorOf, RELEASES } from "../../scripts/generate-api-resources.js";
import { KUBERNETES_MODULE, openRelease } from "../../scripts/kubernetes-api/open-release.js";
import { readDiscovery, readShortNames } from "../../scripts/kubernetes-api/read-discovery.js";
import { readOpenApi } from "../../scripts/kubernetes-api/read-open-api.js";
import type { ServedResource } from "../../scripts/kubernetes-api/served-resource.js";
import { listApiResources } from "../../src/kubernetes/index.js";
import type { Suite } from "./suite.js";

const VECTORS = new URL("vectors/api-resources.json", import.meta.url);

/** The catalogue of API resources, held against the documents of each release that Go has, and of the newest in any case. */
export const apiResourcesSuite: Suite = {
  name: "API resources",
  async run({ record, signal, log }) {
    const against: string[] = [];
    const absent: string[] = [];
    const mismatches: string[] = [];
    let compared = 0;
    const compare = (document: string, theirs: readonly string[], ours: readonly string[]): void => {
      for (const line of theirs)
        if (!ours.includes(line)) mismatches.push(`${document} has ${line}, we do not`);
      for (const line of ours)
        if (!theirs.includes(line)) mismatches.push(`${document} has no ${line}, we do`);
      compared += theirs.length;
    };
    for (const version of RELEASES) {
      const isNewest = version === RELEASES.at(-1);
      const documents = await openRelease(version, { offline: !isNewest, signal });
      const release = `${KUBERNETES_MODULE} ${version}`;
      if (!documents) {
        absent.push(version);
        continue;
      }
      const minor = `1.${minorOf(version)}`;
      compare(
        `${release} OpenAPI`,
        readOpenApi(documents.openApi).map((one) => describe(one)),
        ourResources(minor, false),
      );
      if (documents.discovery.length > 0) {
        const shortNames = readShortNames(documents.discovery);
        const listed = readDiscovery(documents.discovery).map((one) =>
          describe(one, shortNames.get(`${one.group} ${one.name}`) ?? []),
        );
        compare(`${release} discovery`, listed, ourResources(minor, true));
        if (record && isNewest) {
          const recording = `{"recordedFrom":${JSON.stringify(`${release} api/discovery`)},"release":"${minor}","cases":[`;
          await writeFile(VECTORS, `${recording}\n${listed.join(",\n")}\n]}\n`);
        }
      }
      against.push(release);
    }
    log(
      `${against.length} releases${absent.length > 0 ? `; not in Go's module cache: ${absent.join(", ")}` : ""}`,
    );
    return {
      against,
      compared: `${compared.toLocaleString("en")} resources in OpenAPI and discovery`,
      mismatches,
    };
  },
};

/** What we say that a release serves. OpenAPI knows no short names. */
export function ourResources(release: string, withShortNames: boolean): readonly string[] {
  return listApiResources(release).map(({ resource, subresource, shortNames, ...served }) => {
    const name = subresource === "" ? resource : `${resource}/${subresource}`;
    return describe({ ...served, name }, withShortNames ? shortNames : undefined);
  });
}

/** On one line. */
function describe(served: ServedResource, shortNames?: readonly string[]): string {
  const { group, name, namespaced, verbs, stability, kind = "" } = served;
  const scope = namespaced ? "namespaced" : "cluster";
  return JSON.stringify([
    group,
    name,
    scope,
    verbs.join(),
    stability,
    kind,
    ...(shortNames ? [shortNames.join()] : []),
  ]);
}
