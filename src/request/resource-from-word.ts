import { didYouMean, GenAuditError } from "../diagnostics/index.js";
import {
  type ApiResource,
  findApiResources,
  hasApiGroup,
  knowsApiResources,
  listApiResources,
  pluralOf,
  printVersion,
} from "../kubernetes/index.js";
import { requireRelease } from "../validate/index.js";

/** A resource as it is written down, and what is known of it. */
export interface WrittenResource {
  /** `deployments.apps/scale`, as it was written. */
  readonly word: string;
  readonly apiGroup: string;
  readonly resource: string;
  readonly subresource: string;
  /** What a built-in one is like; absent for any other. */
  readonly served?: ApiResource;
  readonly notes: readonly string[];
}

/** How the core group is written where a name alone is not enough; no group is called so, for each has a dot or is built in. */
export const CORE = "core";

/**
 * Reads `RESOURCE[.GROUP][/SUBRESOURCE]`; a built-in resource finds its group.
 *
 * @throws GenAuditError `bad-input` for a name without a group that is of no built-in resource, or of several; `unknown-version` for no
 * release.
 */
export function resourceFromWord(word: string, kubernetesVersion: string | undefined): WrittenResource {
  const release = catalogueRelease(kubernetesVersion);
  const [, resource = "", group, subresource = ""] = /^([^./]*)(?:\.([^/]*))?(?:\/(.*))?$/s.exec(word) ?? [];
  if (resource === "" || word.includes("*")) {
    throw new GenAuditError("bad-input", `"${word}" is no resource that a request can be for`, {
      help: "pods, deployments.apps, pods/exec",
    });
  }
  const name = subresource === "" ? resource : `${resource}/${subresource}`;
  const found = findApiResources(name, release);
  if (group !== undefined) {
    const apiGroup = group === CORE ? "" : group;
    const served = found.find((one) => one.group === apiGroup);
    const notes = served || !hasApiGroup(apiGroup, release) ? [] : [noteUnserved(name, apiGroup, release)];
    return { word, apiGroup, resource, subresource, ...(served && { served }), notes };
  }
  const [served, ...others] = found;
  if (!served) throw unknownResource(name, release);
  if (others.length > 0) {
    const written = found.map((one) => writeResource(one.group, name)).join(" or ");
    throw new GenAuditError("bad-input", `${name} is in several groups`, { help: `write ${written}` });
  }
  return { word, apiGroup: served.group, resource, subresource, served, notes: [] };
}

/** Before 1.19, which is as far as the table goes, what 1.19 serves is the best that there is to say. */
function catalogueRelease(kubernetesVersion: string | undefined): string {
  const release = printVersion(requireRelease(kubernetesVersion));
  return knowsApiResources(release) ? release : "1.19";
}

/** `deployments.apps/scale` */
export function writeResource(group: string, name: string): string {
  return name.replace(/^[^/]*/, (resource) => `${resource}.${group === "" ? CORE : group}`);
}

function noteUnserved(name: string, group: string, release: string): string {
  const names = listApiResources(release)
    .filter((one) => one.group === group)
    .map(nameOf);
  const whose = group === "" ? "the core group" : group;
  return `${whose} has no ${name}: such a request ends in 404, and is audited all the same${didYouMean(name, names)}`;
}

function unknownResource(name: string, release: string): GenAuditError {
  const [elsewhere] = findApiResources(name);
  if (elsewhere) {
    const { group, since, until } = elsewhere;
    const when = until === undefined ? `since ${since}` : `from ${since} to ${until}`;
    throw new GenAuditError("bad-input", `${name} is not built into Kubernetes ${release}, only ${when}`, {
      help: `${writeResource(group, name)} is such a request all the same`,
    });
  }
  const plural = pluralOf(name, release);
  const names = [...new Set(listApiResources(release).map(nameOf))];
  const meant = plural === undefined ? didYouMean(name, names) : `; did you mean "${plural}"?`;
  const [resource = ""] = name.split("/");
  return new GenAuditError("bad-input", `"${name}" is no built-in resource${meant}`, {
    help: `a custom resource is written with its group, as in ${resource}.example.com`,
  });
}

function nameOf({ resource, subresource }: ApiResource): string {
  return subresource === "" ? resource : `${resource}/${subresource}`;
}
