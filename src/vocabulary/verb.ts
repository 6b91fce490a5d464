/** The verbs of requests for API objects. */
export type ApiVerb =
  | "create"
  | "delete"
  | "deletecollection"
  | "get"
  | "list"
  | "patch"
  | "update"
  | "watch";

/** The verbs that kube-apiserver gives to requests for resources. `proxy` is of paths below `/api/v1/proxy`, which are gone. */
export type ResourceVerb = ApiVerb | "proxy";

/** The verbs that it gives to requests for paths: the HTTP method in lower case. */
export type MethodVerb = "delete" | "get" | "head" | "options" | "patch" | "post" | "put";
