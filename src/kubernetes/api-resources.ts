import { GenAuditError } from "../diagnostics/index.js";
import type { ApiResource } from "./api-resource.js";
import { API_RESOURCE_MINORS, API_RESOURCES } from "./api-resources.generated.js";
import { type ApiResourceRow, readApiResources } from "./read-api-resources.js";
import { parseVersion } from "./version.js";

const [OLDEST, NEWEST] = API_RESOURCE_MINORS;

/** Read on first use: most commands need none of it. */
let rows: readonly ApiResourceRow[] | undefined;

/**
 * The built-in resources and subresources that a Kubernetes release serves, by group and name; without a release, those
 * of any release from 1.19 on, each as the last release that has it serves it.
 *
 * A release counts with all its API versions and features turned on, those too that are off by default; in 1.19 and 1.20,
 * though, `pods/ephemeralcontainers` and `csistoragecapacities`, then alpha, are left out. Never among them are custom
 * resources and what an APIService brings in, such as `metrics.k8s.io`.
 *
 * Upstream: `k8s.io/kubernetes` `api/openapi-spec/swagger.json` of each minor release; short names of `api/discovery`
 *
 * @throws GenAuditError `unknown-version` for what is no release from 1.19 to the newest.
 *
 * @example
 * const names = (release: string) => listApiResources(release)
 *   .filter(({ group }) => group === "policy")
 *   .map(({ resource, subresource }) => subresource === "" ? resource : `${resource}/${subresource}`);
 * names("1.24").join(", "); // poddisruptionbudgets, poddisruptionbudgets/status, podsecuritypolicies
 * names("1.25").join(", "); // poddisruptionbudgets, poddisruptionbudgets/status
 */
export function listApiResources(kubernetesVersion?: string): readonly ApiResource[] {
  const minor = kubernetesVersion === undefined ? undefined : requireMinor(kubernetesVersion);
  rows ??= readApiResources(API_RESOURCES, NEWEST);
  return rows
    .filter(({ since, until, isLast }) => (minor === undefined ? isLast : since <= minor && minor <= until))
    .map(({ served }) => served);
}

/**
 * The resources of that name in all groups; a name is `pods` or `pods/exec`.
 *
 * @throws GenAuditError `unknown-version` as `listApiResources` does.
 */
export function findApiResources(name: string, kubernetesVersion?: string): readonly ApiResource[] {
  const [resource, subresource = ""] = splitName(name);
  return listApiResources(kubernetesVersion).filter(
    (served) => served.resource === resource && served.subresource === subresource,
  );
}

/**
 * The name of the resource that kubectl takes a kind, a singular or a short name for: `po`, `pod` and `Pod` are `pods`, and
 * `deploy/scale` is `deployments/scale`. Undefined for what is none of these, and for the name itself.
 */
export function pluralOf(word: string, kubernetesVersion?: string): string | undefined {
  const [singular, ...subresource] = splitName(word.toLowerCase());
  const resources = listApiResources(kubernetesVersion).filter(({ kind }) => kind !== undefined);
  if (resources.some(({ resource }) => resource === singular)) return undefined;
  const meant = resources.find(
    ({ kind, shortNames }) => kind?.toLowerCase() === singular || shortNames.includes(singular),
  );
  return meant && [meant.resource, ...subresource].join("/");
}

/** Whether a release serves a group with built-in resources; without a release, whether any does. */
export function hasApiGroup(group: string, kubernetesVersion?: string): boolean {
  return listApiResources(kubernetesVersion).some((served) => served.group === group);
}

/** Whether the built-in resources of a release are known. */
export function knowsApiResources(kubernetesVersion: string): boolean {
  return minorOf(kubernetesVersion) !== undefined;
}

function splitName(name: string): [resource: string, subresource?: string] {
  const slash = name.indexOf("/");
  return slash === -1 ? [name] : [name.slice(0, slash), name.slice(slash + 1)];
}

function minorOf(kubernetesVersion: string): number | undefined {
  const { major, minor } = parseVersion(kubernetesVersion) ?? { major: 0, minor: 0 };
  return major === 1 && minor >= OLDEST && minor <= NEWEST ? minor : undefined;
}

function requireMinor(kubernetesVersion: string): number {
  const minor = minorOf(kubernetesVersion);
  if (minor !== undefined) return minor;
  throw new GenAuditError(
    "unknown-version",
    `no API resources are known of Kubernetes "${kubernetesVersion}"`,
    {
      help: `those of 1.${OLDEST} to 1.${NEWEST} are, written 1.30 or 1.30.4`,
    },
  );
}
