/** Who sends a request, as kube-apiserver's authenticators name them: before any impersonation. */
export interface UserInfo {
  readonly name: string;
  readonly groups: readonly string[];
}

/** The API resource that a request is about. A part that is absent is the empty string. */
export interface ResourceAttributes {
  /** `""` is the core group. */
  readonly apiGroup: string;
  readonly resource: string;
  readonly subresource?: string;
  /** `""` for cluster-scoped resources and for requests to all namespaces. */
  readonly namespace?: string;
  /** `""` where the URL names no object: list, and create of a resource itself, whose name is in the body. */
  readonly name?: string;
}

/** A request to an API resource. */
export interface ResourceRequest {
  /** `null` before authentication: it failed, or the request's `timeout` cannot be read. */
  readonly user: UserInfo | null;
  readonly verb: string;
  readonly resource: ResourceAttributes;
  readonly path?: undefined;
}

/** A request to any other URL, such as `/healthz` or `/apis`. */
export interface NonResourceRequest {
  /** `null` before authentication: it failed, or the request's `timeout` cannot be read. */
  readonly user: UserInfo | null;
  /** The HTTP method in lower case. */
  readonly verb: string;
  readonly path: string;
  readonly resource?: undefined;
}

/**
 * All of a request that an audit policy looks at.
 *
 * Upstream: `k8s.io/apiserver` `pkg/authorization/authorizer/interfaces.go`, `Attributes`.
 */
export type RequestAttributes = ResourceRequest | NonResourceRequest;
