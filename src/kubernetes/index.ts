export { NEWEST_KUBERNETES, OLDEST_KUBERNETES, type PolicySupport, policySupport } from "./releases.js";
export { compareVersions, isAtLeast, parseVersion, printVersion, type Version } from "./version.js";
