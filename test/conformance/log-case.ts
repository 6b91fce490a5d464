import { GenAuditError } from "../../src/diagnostics/index.js";
import { isLongRunning } from "../../src/kubernetes/index.js";
import type { RequestAttributes, UserInfo } from "../../src/model/index.js";
import { requestFromHttp } from "../../src/request/index.js";

/** What the server behind the filters does, where that is not what is usual for the request: `log/answer.go`. */
export type Answer =
  | "not-found"
  | "bad-request"
  | "until-gone"
  | "nothing"
  | "panic"
  | "abort"
  | "started-panic"
  | "started-abort"
  | "late"
  | "late-gone"
  | "late-panic";

/** A request as it is sent to the server of the log oracle. */
export interface LogCase {
  /** What is special about it; absent where it was generated. */
  readonly name?: string;
  readonly method: string;
  /** The target of the request line. */
  readonly url: string;
  /** Whom its headers name, if anybody: `anonymous` sends no credentials, `bad-token` some that nobody has. */
  readonly from: UserInfo | "anonymous" | "bad-token";
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether it asks for another protocol. */
  readonly upgrade?: boolean;
  /** Whether its body is `OBJECT`. */
  readonly hasBody?: boolean;
  readonly answer?: Answer;
  /** Of the answer, `broken off` where there is none; any that means success where absent. */
  readonly status?: number | "broken off";
  /** Whether its `?timeout=` cannot be read. */
  readonly badTimeout?: boolean;
  /** The path that its event has, where that is another one. */
  readonly pathInEvent?: string;
}

/** A ConfigMap that somebody has applied. */
export const OBJECT: string = JSON.stringify({
  apiVersion: "v1",
  kind: "ConfigMap",
  metadata: {
    name: "in-the-body",
    managedFields: [{ manager: "kubectl", operation: "Apply", apiVersion: "v1" }],
  },
});

/** How a request ends: with its answer, or with a panic before or after the answer began. */
export type Ending = "answered" | "panic" | "started-panic";

/** What the events of a request follow from, besides the policy. */
export interface Course {
  /** Undefined for what is not audited, whatever the policy. */
  readonly request: RequestAttributes | undefined;
  readonly ending: Ending;
  /** What became of its body, which is absent where nobody read it: `patch` is recorded as it is sent. */
  readonly body?: "object" | "patch";
}

/** What is to be expected of a request before it is sent. */
export function courseOfCase(sent: LogCase): Course {
  const request = requestOf(sent);
  const answered = sent.status === undefined && sent.hasBody === true;
  return {
    request,
    ending: endingOf(sent.answer),
    ...(answered && { body: request?.verb === "patch" ? "patch" : "object" }),
  };
}

function requestOf({ method, url, from, badTimeout = false }: LogCase): RequestAttributes | undefined {
  const request = attributesOf(method, url, authenticated(from));
  // The filter that reads the timeout is in front of authentication, and passes over long-running requests.
  return request && badTimeout && !isLongRunning(request) ? { ...request, user: null } : request;
}

/** Undefined for what is not audited, whatever the policy. */
export function attributesOf(
  method: string,
  url: string,
  user: UserInfo | null,
): RequestAttributes | undefined {
  try {
    return requestFromHttp(method, url, user);
  } catch (error) {
    if (error instanceof GenAuditError) return undefined;
    throw error;
  }
}

/** Who the server takes the sender for. */
function authenticated(from: LogCase["from"]): UserInfo | null {
  if (from === "bad-token") return null;
  if (from === "anonymous") return { name: "system:anonymous", groups: ["system:unauthenticated"] };
  const { name, groups } = from;
  const isDecided =
    name === "system:anonymous" ||
    groups.some((group) => group === "system:authenticated" || group === "system:unauthenticated");
  return isDecided ? from : { name, groups: [...groups, "system:authenticated"] };
}

function endingOf(answer: Answer | undefined): Ending {
  switch (answer) {
    case "panic":
    case "abort":
    case "late-panic":
      return "panic";
    case "started-panic":
    case "started-abort":
      return "started-panic";
    default:
      return "answered";
  }
}
