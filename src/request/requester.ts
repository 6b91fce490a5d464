import { GenAuditError } from "../diagnostics/index.js";
import { groupsOf } from "../kubernetes/index.js";
import type { UserInfo } from "../model/index.js";

/** Who sends a request, as it is written down. */
export interface Requester {
  /** The user's name. */
  readonly as?: string | undefined;
  readonly asGroups?: readonly string[] | undefined;
  /** Whether the groups that Kubernetes itself gives the name are added; they are if this is not given. */
  readonly impliedGroups?: boolean | undefined;
  /** The request fails authentication, so that there is no user. */
  readonly asFailed?: boolean | undefined;
}

/**
 * The user that kube-apiserver sees, `null` for a request that fails authentication.
 *
 * @throws GenAuditError `bad-input` if it says neither or both, or groups without a name.
 */
export function userOf({ as, asGroups = [], impliedGroups = true, asFailed }: Requester): UserInfo | null {
  if (asFailed) {
    if (as === undefined && asGroups.length === 0) return null;
    throw new GenAuditError("bad-input", "--as-failed is a request without a user, and one is given", {
      help: "leave out --as and --as-group, or --as-failed",
    });
  }
  if (as === undefined || as === "") {
    const help =
      "--as NAME, as in --as jane or --as system:serviceaccount:prod:web; --as-failed for a login that fails";
    throw new GenAuditError("bad-input", "who sends the request?", { help });
  }
  return { name: as, groups: impliedGroups ? groupsOf(as, asGroups) : [...new Set(asGroups)] };
}
