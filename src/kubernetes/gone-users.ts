import { isAtLeast, type Version } from "./version.js";

/**
 * Users that no request has any more, by the first release of which that holds: who came through the insecure port.
 *
 * Upstream: `k8s.io/apiserver` `pkg/server/deprecated_insecure_serving.go`, `InsecureSuperuser`; `k8s.io/kubernetes` 1.20
 * `cmd/kube-apiserver/app/server.go`, `checkNonZeroInsecurePort`
 */
const GONE_SINCE: ReadonlyMap<string, string> = new Map([["system:unsecured", "1.20"]]);

/** The release since which no request has a user; undefined for one that requests of the given release may have. */
export function userGoneSince(name: string, release: Version): string | undefined {
  const since = GONE_SINCE.get(name);
  return since !== undefined && isAtLeast(release, since) ? since : undefined;
}
