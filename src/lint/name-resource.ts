import type { RequestAttributes } from "../model/index.js";

/** What a request is for as a rule names it: `pods/exec`; or its path. */
export function nameResource({ resource, path }: RequestAttributes): string {
  if (!resource) return path;
  const { subresource = "" } = resource;
  return subresource === "" ? resource.resource : `${resource.resource}/${subresource}`;
}
