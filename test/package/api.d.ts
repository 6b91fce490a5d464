// index.d.ts
import { C as UncheckedPolicyRule, S as UncheckedPolicy, _ as Level, a as PolicyCase, b as STAGES, c as evaluate, d as ResourceAttributes, f as ResourceRequest, g as LEVELS, h as GroupResources, i as ExpectedDecision, l as NonResourceRequest, m as Decision, n as MatcherResult, o as EvaluateOptions, p as UserInfo, r as policyMatchers, s as UnmatchedField, t as AuditExpectation, u as RequestAttributes, v as Policy, x as Stage, y as PolicyRule } from "./shared.js";
import { _ as UserGroupName, a as WholeGroup, c as ResourceVerb, d as BuiltInGroup, f as BuiltInUser, g as ResourcePattern, h as PathPattern, i as ResourcesOfGroup, l as AnyName, m as OneOf, n as NamedResources, p as Exact, s as MethodVerb, t as KnownResource, u as ApiGroupName, v as UserName } from "./shared2.js";

/** A resource of Kubernetes' own API, or a subresource. */
interface ApiResource {
  /** `""` is the core group. */
  readonly group: string;
  /** The plural, as in URLs and policies: `pods`. */
  readonly resource: string;
  /** `exec`; `""` for the resource itself. */
  readonly subresource: string;
  readonly namespaced: boolean;
  /** Of the requests that it takes, as audit policies name them; in alphabetical order. */
  readonly verbs: readonly string[];
  /** Of the best API version that has it: one of alpha is off by default, as is one of beta that is new since 1.24. */
  readonly stability: "alpha" | "beta" | "stable";
  /** `Pod`; in lower case it is the singular that kubectl reads. Absent for a subresource. */
  readonly kind?: string;
  /** That kubectl reads: `po`. None for what was gone before 1.28. */
  readonly shortNames: readonly string[];
  /** The first release that serves it; `1.19` is that or an earlier one. */
  readonly since: string;
  /** The last release that serves it; absent if the newest does. */
  readonly until?: string;
}
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
declare function listApiResources(kubernetesVersion?: string): readonly ApiResource[];
/** Requests, said as a rule says which it matches: all fields that are present must hold, none constrains nothing. */
interface RequestSelector extends Omit<PolicyRule, "level" | "omitStages" | "omitManagedFields"> {
  /** `none` for requests without a user: those whose authentication failed. */
  readonly user?: "none";
}
/**
* Whether kube-apiserver lets a request run without a deadline, and so writes an event when the response starts.
*
* Upstream: `k8s.io/apiserver` `pkg/server/filters/longrunning.go`, `BasicLongRunningRequestCheck`, with the lists of
* `k8s.io/kubernetes` `pkg/controlplane/apiserver/config.go`.
*
* @example
* isLongRunning({ user: null, verb: "watch", resource: { apiGroup: "", resource: "pods" } }); // true
*/
declare function isLongRunning({
  verb,
  resource,
  path
}: RequestAttributes): boolean;
/** A Kubernetes (or kOps, kubeadm) release; `patch` is absent where only `x.y` was given. */
interface Version {
  readonly major: number;
  readonly minor: number;
  readonly patch?: number;
}
/**
* `1.30`, `v1.30` and `1.30.14` as a version; undefined for any other text.
*
* @example
* parseVersion("v1.30.14"); // { major: 1, minor: 30, patch: 14 }
* parseVersion("1.30-rc.1"); // undefined
*/
declare function parseVersion(text: string): Version | undefined;
/**
* The version as Kubernetes writes it without the leading `v`: `1.30` or `1.30.14`.
*
* @example
* printVersion({ major: 1, minor: 30 }); // 1.30
*/
declare function printVersion({
  major,
  minor,
  patch
}: Version): string;
/**
* The groups of a user: those given, and those that Kubernetes' own authenticators put beside a name.
*
* A service account is in the two groups of service accounts, a node in `system:nodes`, the API server's own client in
* `system:masters`. Everybody whose name was established is in `system:authenticated`, unless one of the groups given says
* the contrary; `system:anonymous` is in `system:unauthenticated` alone.
*
* Upstream: `k8s.io/apiserver` `pkg/authentication/group/authenticated_group_adder.go`,
* `pkg/authentication/serviceaccount/util.go`, `MakeGroupNames`, `pkg/server/config.go`, `AuthorizeClientBearerToken`
*
* @example
* groupsOf("system:serviceaccount:argocd:argocd-server").join(" ");
* // system:serviceaccounts system:serviceaccounts:argocd system:authenticated
* groupsOf("jane", ["devs"]).join(" "); // devs system:authenticated
*/
declare function groupsOf(name: string, given?: readonly string[]): readonly string[];
/** The oldest release that this library knows about: the first with `audit.k8s.io/v1beta1`. */
declare const OLDEST_KUBERNETES: Version;
/** The newest release that this library knows about; what is said of no release in particular holds for it. */
declare const NEWEST_KUBERNETES: Version;
/**
* What requests there are taken to be. `formal`: whatever kube-apiserver's evaluator can be handed. `real-identities`: what
* Kubernetes' own authenticators and the paths of its API make of a request; an assumption, not a guarantee.
*/
type Reading = "formal" | "real-identities";
/**
* The parts of the assumption.
*
* - `identities`: a user is in the groups that Kubernetes gives its name, and in no other of those that it gives to some;
*   service accounts, the API server and the anonymous user are in no others at all; and no user is called as Kubernetes
*   calls a group, nor the reverse.
* - `verbs`: a request for a resource has one of the API's verbs, another one an HTTP method in lower case.
* - `names`: `get` and `delete` name an object, `deletecollection` names none, `create` only with a subresource.
* - `scopes`: built-in resources of the cluster are in no namespace, and a namespace is in itself.
* - `paths`: what the path of a resource looks like is a request for a resource, and no part of it has a `*`.
*/
declare const ASSUMPTIONS: readonly ["identities", "verbs", "names", "scopes", "paths"];
type Assumption = (typeof ASSUMPTIONS)[number];
/** What an answer is about, and what it may cost. */
interface AnalysisOptions {
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
  /** What requests there are taken to be; if not given, `formal`, and for `comparePolicies` `real-identities`. */
  readonly reading?: Reading | undefined;
  /**
  * What one answer may cost: how many times a part of a rule is looked at; 20,000,000 if not given, about a second. The
  * questions are coNP-hard, so that some policy goes beyond any limit; what is not found within it is unknown.
  */
  readonly limit?: number | undefined;
}
/**
* What kube-apiserver is told to record of a request, in a form in which equal means equal: at level `None` no stage is left,
* and below `Request` no body that could have managed fields.
*
* Upstream: `k8s.io/apiserver` `pkg/audit/evaluator.go`, `RequestAuditConfig`
*/
interface RequestAuditConfig {
  readonly level: Level;
  /** Of the policy and of the rule, in the order in which stages occur; none at level `None`. */
  readonly omitStages: readonly Stage[];
  /** False below level `Request`. */
  readonly omitManagedFields: boolean;
}
/**
* Some strings: all, only these, or all but these. One that ends in `*` stands for all that begin so and are not named; where
* both lists have a part of the same, the longer one counts.
*/
type NameSet = "any" | {
  readonly only?: readonly string[];
  readonly except?: readonly string[];
};
/**
* Resources of a group: all, only these, and of these or of all but some; written as in a policy. `pods/*` is `pods` with all
* below it, as kube-apiserver has it.
*/
interface GroupedResources {
  /** `*` stands for every group that is not named. */
  readonly group: string;
  readonly resources?: readonly string[];
  readonly except?: readonly string[];
}
/** Some resources: all, only these, or all but these. */
type ResourceSet = "any" | {
  readonly only: readonly GroupedResources[];
} | {
  readonly except: readonly GroupedResources[];
};
/** Requests, by what they have in common. A request is in the set if it is so in every part. */
interface RequestSet {
  readonly users: NameSet;
  /** Groups that the user is in, all of them; and groups that the user is in none of. */
  readonly inGroups: readonly string[];
  readonly notInGroups: readonly string[];
  /** Whether requests whose authentication failed are among them; they have no user and no groups. */
  readonly withoutUser: boolean;
  readonly verbs: NameSet;
  /** For requests to resources; absent if there are none. An empty namespace is that of cluster-scoped requests. */
  readonly resources?: ResourceSet;
  readonly namespaces?: NameSet;
  readonly names?: NameSet;
  /** For requests to other paths; absent if there are none. */
  readonly paths?: NameSet;
}
/** What the second of two policies records, compared with the first. */
type Relation = "equivalent" | "records-more" | "records-less" | "incomparable";
/** Requests of which two policies record something else: the same by the first for all of them, and by the second. */
interface PolicyDifference {
  readonly requests: RequestSet;
  readonly before: RequestAuditConfig;
  readonly after: RequestAuditConfig;
  /** One of the requests. It has been through `evaluate`. */
  readonly witness: RequestAttributes;
  /** How each policy decides the witness. */
  readonly decisions: {
    readonly before: Decision;
    readonly after: Decision;
  };
}
/** What changes where one policy takes the place of another. */
interface PolicyComparison {
  /** `unknown` only where not all differences were found. */
  readonly relation: Relation | "unknown";
  /** No two of them could be one. In the order of the first policy's rules. */
  readonly differences: readonly PolicyDifference[];
  /** How many more there are of requests that occur by the formal reading alone. */
  readonly formalOnly: number;
  /** Whether these are all. */
  readonly isComplete: boolean;
}
/** How two policies are compared. */
interface ComparePoliciesOptions extends AnalysisOptions {
  /** How many differences are told at most; 1,000 if not given. */
  readonly most?: number | undefined;
}
/**
* What changes where one policy takes the place of another.
*
* The requests that are decided differently, put together as far as they go: of all requests of a difference each policy
* records the same. By default these are the requests that clusters see; those that differ for the evaluator alone are
* counted. Each difference carries a request that has been through `evaluate`; where there is none, that is proved.
*
* The second records more than the first where its level is at least as high for every request, it leaves out no stage and no
* managed fields that the first keeps, and for some request it does more; `records-less` is the reverse.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const before = auditPolicy().otherwise("Metadata").build().policy;
* const after = auditPolicy()
*   .rule("RequestResponse", { verbs: ["create"], resources: [{ group: "", resources: ["pods"] }] })
*   .otherwise("Metadata")
*   .build().policy;
* const { relation, differences } = comparePolicies(before, after);
* relation; // records-more
* differences[0].requests.verbs; // { only: ["create"] }
* differences[0].after.level; // RequestResponse
*/
declare function comparePolicies(before: Policy, after: Policy, {
  most,
  reading,
  ...options
}?: ComparePoliciesOptions): PolicyComparison;
/** A request that two policies decide differently. */
interface DecidedApart {
  readonly request: RequestAttributes;
  readonly before: Decision;
  readonly after: Decision;
}
/** Where a difference is looked for. */
interface FindDifferenceOptions extends AnalysisOptions {
  /** Requests that may be decided differently. */
  readonly except?: readonly RequestSelector[] | undefined;
}
/**
* A request that two policies decide differently, or the proof that there is none: then they are `equivalent`.
*
* Decisions differ by the level, by the stages left out, and where bodies are recorded by whether managed fields are left
* out; the number of the rule does not matter. `unknown` says that the search gave up.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const reads = auditPolicy().rule("None", { verbs: ["get"] }).rule("None", { verbs: ["list"] }).otherwise("Metadata").build();
* const same = auditPolicy().rule("None", { verbs: ["list", "get"] }).otherwise("Metadata").build();
* const less = auditPolicy().rule("None", { verbs: ["list", "get", "watch"] }).otherwise("Metadata").build();
* findDifference(reads.policy, same.policy); // equivalent
* const apart = findDifference(reads.policy, less.policy);
* typeof apart === "object" && apart.request.verb; // watch
*/
declare function findDifference(before: Policy, after: Policy, {
  except,
  ...options
}?: FindDifferenceOptions): DecidedApart | "equivalent" | "unknown";
/** Rules by their index in the policy. */
interface RedundantRules {
  /** Rules that apply to some request, while without any one of them every request is decided as before. */
  readonly redundant: readonly number[];
  /** The rules that the search gave up on. */
  readonly unknown: readonly number[];
}
/**
* Which rules could be taken out without changing a decision, though they apply to some request: what they match is decided
* the same by the rules behind them, or by none. It is said of each rule alone; two of them together may be needed.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = auditPolicy()
*   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
*   .rule("None", { verbs: ["watch"] })
*   .rule("Metadata", { verbs: ["delete"] })
*   .otherwise("Metadata")
*   .build();
* findRedundantRules(policy).redundant; // [2]
*/
declare function findRedundantRules(policy: Policy, options?: AnalysisOptions): RedundantRules;
/** What is recorded of a request: how it is decided, and the stages at which an event is written. */
interface Recording extends RequestAuditConfig {
  readonly stages: readonly Stage[];
  /** The stages at which one would be written if none was left out. */
  readonly emitted: readonly Stage[];
}
/** What is asked of a request that is looked for, and of how a policy decides it. */
interface RequestQuery {
  /** Requests that one of these takes; all if not given. */
  readonly requests?: readonly RequestSelector[];
  /** Of these, those that none of these takes. */
  readonly except?: readonly RequestSelector[];
  /** The rules that may apply, `null` for none; any if not given. */
  readonly rule?: (rule: number | null) => boolean;
  /** What is asked of how the policy decides the request. */
  readonly recording: (recording: Recording) => boolean;
}
/** A request that proves a claim, and how the policy decides it. */
interface DecidedRequest {
  readonly request: RequestAttributes;
  readonly decision: Decision;
}
/** A request; `none` where it is proved that there is none, and `unknown` where the search gave up. */
type FoundRequest = DecidedRequest | "none" | "unknown";
/**
* A request of which the policy records something in particular, or the proof that there is none.
*
* The request has been through `evaluate`; `none` is proved for every request of the reading, and `unknown` says that the
* search gave up. Among several, the rule that applies is the first in the policy.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const minted: RequestQuery = {
*   requests: [{ verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] }],
*   recording: ({ level }) => level === "RequestResponse",
* };
* const found = findRequest(getPreset("gce").policy, minted);
* typeof found === "object" && found.decision.rule; // 12
* findRequest(getPreset("gce-upstream").policy, minted); // none
*/
declare function findRequest(policy: Policy, query: RequestQuery, options?: AnalysisOptions): FoundRequest;
/** One change to a policy. Paths are those of the policy before any of the changes. */
type PolicyEdit = {
  readonly remove: FieldPath;
} | {
  readonly replace: FieldPath;
  readonly by: string;
} | {
  readonly append: FieldPath;
  readonly value: string;
} | {
  readonly rename: FieldPath;
  readonly to: "users" | "userGroups";
};
/** A way to mend a policy. It is applied only once it is proved to do what it says. */
interface Fix {
  /** What it does: `remove rules[3]`. */
  readonly title: string;
  readonly edits: readonly PolicyEdit[];
  /** The only requests that are decided otherwise afterwards; absent if every request is decided as before. */
  readonly changes?: readonly RequestSelector[];
}
/** `error`: kube-apiserver refuses the file as it stands. `warning`: it does not do what it seems to say. `info`: it could be simpler. */
type Severity = "error" | "warning" | "info";
/** A place in a policy or in the settings, as Kubernetes writes it: `rules[3].resources[0].group`; `""` is the whole. */
type FieldPath = string;
/** A stretch of a text; lines and columns count from 1, columns in UTF-16 units, and `endColumn` is behind the last character. */
interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The line itself with the stretch underlined, ready to print. */
  readonly frame: string;
}
/** Another place that a diagnostic is about, and what is there. */
interface RelatedPlace {
  readonly message: string;
  readonly location?: Location | undefined;
}
/** What a finding rests on, and how it can be mended. */
interface Evidence {
  /** A request that proves it. It has been through `evaluate`. */
  readonly witness?: RequestAttributes | undefined;
  /** It holds by an assumption about who sends requests and how, which the message or the help names. */
  readonly reading?: "real-identities" | undefined;
  readonly fix?: Fix | undefined;
}
/** Something to say about a policy or about settings: data, returned and never thrown. */
interface Diagnostic extends Evidence {
  /** Public and permanent; its page is `docs/diagnostics/<code>.md`. */
  readonly code: string;
  readonly severity: Severity;
  /** What all of this code have in common; heads their page. */
  readonly title: string;
  readonly message: string;
  readonly path: FieldPath;
  /** Absent where the policy was built in code. */
  readonly location?: Location;
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  /** An error that was read past: the policy is there, as the help says it should be. */
  readonly recovered?: true;
  /** What the message was made from. */
  readonly data: Readonly<Record<string, unknown>>;
}
/** A diagnostic that a comment in the text says to leave, and why. */
interface IgnoredDiagnostic extends Diagnostic {
  readonly reason: string;
}
/** Where a diagnostic points. */
interface Place {
  readonly path: FieldPath;
  readonly location?: Location | undefined;
  readonly related?: readonly RelatedPlace[];
}
/**
* Whether any diagnostic means that there is no usable result: an error that was not recovered.
*
* @example
* const { diagnostics } = parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules: []\n");
* hasFatalError(diagnostics); // true
*/
declare function hasFatalError(diagnostics: readonly Diagnostic[]): boolean;
/** What went wrong, for programs: the caller's words (`unknown-…`, `bad-…`) or the machine. */
type GenAuditErrorCode = "unknown-preset" | "unknown-fragment" | "unknown-guarantee" | "unknown-target" | "unknown-form" | "unknown-version" | "bad-usage" | "bad-setting" | "bad-input" | "not-composable" | "dependency-missing" | "file-unreadable" | "file-unwritable";
/**
* The caller or the machine is at fault: an unknown preset, an unreadable file.
* What is wrong with a policy is never thrown: it is a `Diagnostic`.
*
* @example
* const reasonOf = (find: () => unknown) => {
*   try {
*     return find();
*   } catch (error) {
*     if (error instanceof GenAuditError) return `${error.code}: ${error.message}`;
*     throw error;
*   }
* };
* reasonOf(() => getPreset("gcee")); // unknown-preset: unknown preset "gcee"; did you mean "gce"?
*/
declare class GenAuditError extends Error {
  override readonly name = "GenAuditError";
  /** What to tell errors apart by; the words of a message may change. */
  readonly code: GenAuditErrorCode;
  /** The way out, one line. */
  readonly help: string | undefined;
  constructor(code: GenAuditErrorCode, message: string, options?: {
    help?: string | undefined;
    cause?: unknown;
  });
}
/** Offsets in a text, in UTF-16 units: from the first character up to, and without, the second. */
type Range = readonly [start: number, end: number];
/** A part of a policy where it stands. */
type SourceNode = SourceScalar | SourceList | SourceMap;
interface Placed {
  readonly range: Range;
  /** Why it cannot be changed where it stands: an anchor, a tag, or what an alias or a merge brings in from elsewhere. */
  readonly tied?: string;
}
/** A single value: a string, a number, a boolean, or null. */
interface SourceScalar extends Placed {
  readonly kind: "scalar";
  readonly value: unknown;
}
/** A list. */
interface SourceList extends Placed {
  readonly kind: "list";
  readonly items: readonly SourceNode[];
  /** Where the hyphen of each item stands; a list between brackets has none. */
  readonly hyphens?: readonly number[];
}
/** A mapping. */
interface SourceMap extends Placed {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, {
    readonly key: Range;
    readonly value: SourceNode;
  }>;
  /** Keys that are set more than once. */
  readonly duplicates: readonly unknown[];
  /** Whether it brings in entries of another mapping. */
  readonly merges?: true;
}
/** Where a line of a policy's text begins in the file, and how far it is indented there. */
interface SourceLine {
  readonly start: number;
  readonly indent: number;
}
/** A comment of a policy. */
interface SourceComment {
  /** What stands behind its `#`. */
  readonly text: string;
  readonly range: Range;
  /** Whether nothing stands before it on its line. */
  readonly isAlone: boolean;
}
/** The text that a policy is read from, for changing it in place. */
interface PolicySource {
  /** The file, or a string in it. */
  readonly text: string;
  readonly root: SourceMap;
  /** Those inside of it, and if it is a document those around it, in order. */
  readonly comments: readonly SourceComment[];
  /** The lines of the text in the file; undefined where a string has none there, since it is quoted or folded. */
  readonly lines: () => readonly SourceLine[] | undefined;
}
/** A rule that applies to no request. */
interface UnreachableRule {
  readonly rule: number;
  /** It matches no request at all, or earlier rules match all that it does. */
  readonly reason: "unmatchable" | "shadowed";
  /**
  * Earlier rules that together match all of its requests, with none that could be left out; and, if they all audit at its
  * level while some of its requests go to another one, the first rule that takes such a request.
  */
  readonly shadowedBy: readonly number[];
  /** Whether any of its requests is audited at another level than the rule says. */
  readonly changesLevel: boolean;
  /** If so, one that is. It has been through `evaluate`. */
  readonly witness?: RequestAttributes;
  /** What of the reading it takes, with nothing that could be left out; none where it is so by the formal reading. */
  readonly assumptions: readonly Assumption[];
}
/** The rules of a policy that apply to no request, and for each other one a request that it applies to. */
interface UnreachableRules {
  readonly unreachable: readonly UnreachableRule[];
  /** By rule: a request that it applies to, if it is known to be reachable. */
  readonly witnesses: readonly (RequestAttributes | undefined)[];
  /** The rules that the search gave up on. */
  readonly unknown: readonly number[];
}
/**
* Which rules of a policy apply to no request, and why; and of the others, a request that they apply to.
*
* Every answer is exact: a rule is unreachable by proof, or reachable by a request that has been through `evaluate`. Rules
* that take its requests together count as well as one that takes all of them.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = auditPolicy()
*   .rule("None", { verbs: ["get", "list"] })
*   .rule("None", { verbs: ["watch"] })
*   .rule("Metadata", { verbs: ["get", "watch"], users: ["jane"] })
*   .otherwise("Metadata")
*   .build();
* const { unreachable, witnesses } = findUnreachableRules(policy);
* unreachable[0].rule; // 2
* unreachable[0].shadowedBy; // [0, 1]
* unreachable[0].changesLevel; // true
* witnesses[1]?.verb; // watch
*/
declare function findUnreachableRules(policy: Policy, options?: AnalysisOptions): UnreachableRules;
/** An entry of a list without which the rule would apply to the same requests: no request gets to the rule by it. */
interface UnreachableEntry extends UnreachableRule {
  /** `rules[3].verbs[1]` */
  readonly path: FieldPath;
}
/** An entry whose requests are all taken by other entries of its rule. */
interface RepeatedEntry {
  /** `rules[3].verbs[1]` */
  readonly path: FieldPath;
  /** What of the reading it takes, with nothing that could be left out; none where it is so by the formal reading. */
  readonly assumptions: readonly Assumption[];
}
/** Entries of a policy's lists that have no effect. */
interface UnreachableEntries {
  /** Entries whose requests all go to earlier rules, or that match none. */
  readonly unreachable: readonly UnreachableEntry[];
  /** Those that can all be left out together: the other entries of their rules take all their requests. */
  readonly repeated: readonly RepeatedEntry[];
  /** Entries that the search gave up on. */
  readonly unknown: readonly FieldPath[];
}
/**
* Which entries of rules are without effect: users, groups, verbs, namespaces, resources, names and paths that stand beside
* others in their list. Rules that are unreachable as a whole are left out.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = auditPolicy()
*   .rule("None", { resources: [{ group: "", resources: ["events"] }] })
*   .rule("Metadata", { resources: [{ group: "", resources: ["pods", "events", "pods/*", "secrets"] }] })
*   .build();
* const { unreachable, repeated } = findUnreachableEntries(policy);
* unreachable.map(({ path }) => path); // ["rules[1].resources[0].resources[1]"]
* repeated[0].path; // rules[1].resources[0].resources[0]
*/
declare function findUnreachableEntries(policy: Policy, options?: AnalysisOptions): UnreachableEntries;
/** One of the policies that a composition is made from. */
interface PolicyPart {
  readonly policy: Policy;
  /** How comments and diagnostics call it: `preset gce`, or the name of its file. */
  readonly name: string;
  /** Why each rule is there, by the rule's index. */
  readonly reasons?: readonly (string | undefined)[];
  /** Where each rule comes from, by its index, if that is not this part. */
  readonly origins?: readonly (readonly RuleOrigin[])[];
}
/** Where a rule of a composed policy comes from. */
interface RuleOrigin {
  /** The name of the part, or of what is asked of all requests of some kind. */
  readonly source: string;
  /** The index of the rule in that part; absent where it is no policy. */
  readonly rule?: number;
  readonly reason?: string | undefined;
}
/** A policy made from others, and what is known of its rules; the lists go by the index of the rule in `policy`. */
interface Composition {
  readonly policy: Policy;
  /** A rule of a sequence has one origin; one that several policies together ask for has several. */
  readonly origins: readonly (readonly RuleOrigin[])[];
  /** For `printPolicy`. */
  readonly comments: readonly (string | undefined)[];
  readonly diagnostics: readonly Diagnostic[];
}
/**
* The policies one behind the other: the first part's rules are tried before those of the second.
*
* One part is returned as it is. Of several, `omitStages` and `omitManagedFields` of a whole policy go into its
* rules, so that each rule records what it recorded before, and where all rules agree back up again; `metadata`
* is left out. Rules behind a catch-all can never apply: they stay, and a diagnostic names them.
*
* @example
* const part = (name: PresetName) => ({ ...getPreset(name), name: `preset ${name}` });
* composeSequence([part("gce"), part("metadata-only")]).diagnostics[0]?.message;
* // rules[13], the last rule of preset gce, matches every request, so rules[14] (preset metadata-only) never applies
*/
declare function composeSequence(parts: readonly PolicyPart[]): Composition;
/**
* Where the rules of a fragment stand, the first first. What is `sensitive` or an `access` is decided before any `noise`, so that
* no noise can hide it, whatever fragments come together; only `pre` is before, for exact objects, and never unasked.
*/
declare const SLOTS: readonly ["pre", "sensitive", "access", "noise", "bulk", "audit", "reduce", "compat", "reads", "writes", "catch"];
/** A place among the rules of a composed policy, see `SLOTS`. */
type Slot = (typeof SLOTS)[number];
/** Rules for one purpose, to be composed with others. */
interface Fragment {
  readonly name: string;
  readonly slot: Slot;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** Of a fragment that is for a product, and is added where that runs: the product. */
  readonly addon?: string;
  /** What is not recorded because of it. */
  readonly hides?: string;
  /** Where its rules come from. */
  readonly source?: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  readonly rules: readonly FragmentRule[];
}
/** What whoever uses a fragment can say of it; `$(name)` in its rules stands for the value. */
interface Parameter {
  readonly type: "level" | "namespace" | "users";
  /** Of `users` a list, which stands for any number of entries. */
  readonly default: string | readonly string[];
}
/** One rule of a fragment. */
interface FragmentRule {
  /** Why it is there. */
  readonly reason: string;
  readonly rule: RuleTemplate;
}
/** A rule in whose texts parameters stand. */
type RuleTemplate = Omit<PolicyRule, "level"> & {
  readonly level: string;
};
/** A fragment as a preset has it. */
interface FragmentUse {
  readonly name: string;
  /** Values of its parameters; of one that is not here the default. */
  readonly with?: Readonly<Record<string, string | readonly string[]>>;
}
/** The name of a fragment. */
type FragmentName = "access-reviews" | "admission-writes" | "api-server-reads" | "argocd" | "authenticated-reads" | "autoscaler-metrics" | "built-in-reads" | "built-in-writes" | "cert-manager" | "certificate-writes" | "cilium" | "cluster-autoscaler" | "cluster-autoscaler-status" | "control-plane-reads" | "discovery" | "endpoint-controllers" | "events" | "everything-else" | "external-secrets" | "flux" | "flux-applies" | "gatekeeper" | "health-endpoints" | "identity-configmaps" | "identity-writes" | "istio" | "istio-leader-locks" | "karpenter" | "kube-proxy" | "kyverno" | "leases" | "metrics-scrapes" | "namespace-deletion" | "node-reads" | "node-status" | "openshift-credentials" | "pod-access" | "pod-logs" | "prometheus" | "proxies" | "rbac-writes" | "role-aggregation" | "scanner-names" | "secrets-and-configmaps" | "tokens" | "velero" | "workload-writes";
/** What can be said of the fragments that have parameters. */
interface FragmentParameters {
  readonly "argocd": {
    readonly namespace?: string;
  };
  readonly "built-in-reads": {
    readonly level?: Level;
  };
  readonly "built-in-writes": {
    readonly level?: Level;
  };
  readonly "cert-manager": {
    readonly namespace?: string;
  };
  readonly "cilium": {
    readonly namespace?: string;
  };
  readonly "cluster-autoscaler": {
    readonly namespace?: string;
  };
  readonly "cluster-autoscaler-status": {
    readonly namespace?: string;
  };
  readonly "control-plane-reads": {
    readonly accounts?: readonly string[];
  };
  readonly "everything-else": {
    readonly level?: Level;
  };
  readonly "external-secrets": {
    readonly namespace?: string;
  };
  readonly "flux": {
    readonly namespace?: string;
  };
  readonly "flux-applies": {
    readonly namespace?: string;
  };
  readonly "gatekeeper": {
    readonly namespace?: string;
  };
  readonly "istio": {
    readonly namespace?: string;
  };
  readonly "istio-leader-locks": {
    readonly namespace?: string;
  };
  readonly "karpenter": {
    readonly namespace?: string;
  };
  readonly "kyverno": {
    readonly namespace?: string;
  };
  readonly "metrics-scrapes": {
    readonly accounts?: readonly string[];
  };
  readonly "node-status": {
    readonly level?: Level;
  };
  readonly "pod-access": {
    readonly level?: Level;
  };
  readonly "prometheus": {
    readonly namespace?: string;
  };
  readonly "proxies": {
    readonly level?: Level;
  };
  readonly "velero": {
    readonly namespace?: string;
  };
  readonly "workload-writes": {
    readonly level?: Level;
  };
}
/**
* The fragment of that name.
*
* @throws GenAuditError `unknown-fragment` where there is none; its `help` lists those there are.
*
* @example
* getFragment("secrets-and-configmaps").slot; // sensitive
* getFragment("argocd").addon; // Argo CD
*/
declare function getFragment(name: string): Fragment;
/**
* All fragments, in alphabetical order.
*
* @example
* listFragments().filter(({ addon }) => addon).length; // 12
*/
declare function listFragments(): readonly Fragment[];
/** The name of a preset. */
type PresetName = "balanced" | "cis" | "datadog" | "falco" | "forensic" | "gce" | "gce-upstream" | "low-volume" | "metadata-only" | "none" | "pci" | "request-response-core" | "stig" | "aks" | "aks-admin" | "eks" | "gardener" | "k3s" | "kubermatic-metadata" | "kubermatic-minimal" | "kubermatic-recommended" | "kubespray" | "openshift-all-request-bodies" | "openshift-default" | "openshift-none" | "openshift-write-request-bodies" | "rke2" | "talos";
/** The names of all presets, in the order in which they are listed. */
declare const PRESET_NAMES: readonly PresetName[];
/** A policy by name, and what is known about it: one that ships with this library, or one of a user's file. */
interface Preset<Name extends string = PresetName> {
  readonly name: Name;
  readonly title: string;
  /** What it is for, in one sentence. */
  readonly purpose: string;
  /** The product whose own policy it is, as published: there to be compared with. */
  readonly baselineOf?: string;
  /** Where its rules come from; absent for one that is composed of fragments, each of which says so. */
  readonly source?: {
    readonly title: string;
    readonly url: string;
  };
  /** The releases it holds for, as `x.y`: it loads there and means the same. Without `until` the newest is among them. */
  readonly kubernetes: {
    readonly since: string;
    readonly until?: string;
  };
  readonly knownFaults: readonly KnownFault[];
  /** Of the guarantees, by name, those that it keeps for whatever clients send; it breaks all others. */
  readonly guarantees: readonly string[];
  /** The codes of what lint finds in it; nothing else. */
  readonly findings: readonly string[];
  /** What cannot be proved and whoever chooses it should know. */
  readonly notes?: readonly string[];
  /** Flags of kube-apiserver that go with it, unless others are set. */
  readonly flags?: Readonly<Record<string, string | number | boolean>>;
  /** For the newest release. */
  readonly policy: Policy;
  /** Why each rule is there, by the rule's index. */
  readonly reasons: readonly string[];
  /** What it is composed of; absent for an ordered list of rules. */
  readonly composed?: ComposedOf;
}
/** Fragments, which each release of Kubernetes gets its own policy of. */
interface ComposedOf {
  readonly fragments: readonly (FragmentUse | Fragment)[];
  /** The oldest release, as `x.y`, for which the policy is as for the newest. */
  readonly sameSince: string;
}
/** What a preset does that a user would not expect of it; said and not repaired, for a preset is what its source says. */
interface KnownFault {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  /** The preset that does not have this fault. */
  readonly remedyPreset: PresetName;
}
/**
* The preset of that name.
*
* @throws GenAuditError `unknown-preset` where there is none; its `help` lists those there are.
*
* @example
* getPreset("gce").policy.rules.length; // 14
*/
declare function getPreset(name: string): Preset;
/**
* All presets, in alphabetical order, those of products behind all others.
*
* @example
* const composed = listPresets().filter((preset) => preset.composed);
* composed.map(({ name }) => name).join(", "); // balanced, cis, falco, forensic, low-volume, pci
*/
declare function listPresets(): readonly Preset[];
/** Which requests a rule matches: all that meet every field given. Without any field the rule matches every request. */
type RuleSelector = ResourceSelector | NonResourceSelector;
/** The fields that go with both kinds of requests. */
interface RequesterSelector {
  /** User names, exact: there is no wildcard. */
  readonly users?: readonly string[];
  /** The user must be in at least one of these groups. */
  readonly userGroups?: readonly string[];
  readonly verbs?: readonly string[];
}
/** Requests for API objects; with neither `resources` nor `namespaces` requests for paths match, too. */
interface ResourceSelector extends RequesterSelector {
  readonly resources?: readonly ResourcesOfGroup[];
  /** `""` stands for cluster-scoped requests and those for all namespaces. */
  readonly namespaces?: readonly string[];
  /** No request is for an object and for a path: these go into a rule of their own. */
  readonly nonResourceURLs?: never;
}
/** Requests for paths, such as `/healthz`. */
interface NonResourceSelector extends RequesterSelector {
  readonly nonResourceURLs: readonly NonResourceURL[];
  /** No request is for an object and for a path: these go into a rule of their own. */
  readonly resources?: never;
  /** No request is for an object and for a path: these go into a rule of their own. */
  readonly namespaces?: never;
}
/** A path; `*` may be its last character, and alone stands for every path. */
type NonResourceURL = `/${string}` | "*";
/**
* A `RuleSelector` as the compiler sees one that stands in the program: each parameter is what it finds in a field. What it cannot
* know, since it is computed, it lets through.
*/
interface CheckedSelector<User extends AnyUser, Group extends AnyGroup, Verb extends string, Entries extends readonly ResourcesOfGroup[], Namespace extends string, Path extends NonResourceURL> {
  /** User names, exact: there is no wildcard. */
  readonly users?: readonly UserName<User>[];
  /** The user must be in at least one of these groups. */
  readonly userGroups?: readonly UserGroupName<Group>[];
  /** Verbs that any of the resources has; for paths the HTTP method in lower case. */
  readonly verbs?: readonly OneOf<Verb, VerbFor<Entries[number], Path>>[];
  /** Resources of Kubernetes' own API as `gen-audit/kubernetes` has them, or any others. */
  readonly resources?: { readonly [Index in keyof Entries]: CheckedResources<Entries[Index]> } & WithoutPaths<Path>;
  /** `""` stands for cluster-scoped requests and those for all namespaces. */
  readonly namespaces?: readonly Exact<Namespace, "names of namespaces">[] & WithoutPaths<Path>;
  /** Paths, such as `/healthz`; no request is for a path and for an object. */
  readonly nonResourceURLs?: readonly PathPattern<Path>[];
}
/** Any user, and of those that Kubernetes names an editor offers the name. */
type AnyUser = BuiltInUser | AnyName;
/** Any group, likewise. */
type AnyGroup = BuiltInGroup | AnyName;
type VerbFor<Entry, Path> = [Path] extends [never] ? [Entry] extends [never] ? ResourceVerb | MethodVerb : VerbOf<Entry> : MethodVerb;
/** What any of the resources is served with; of a group or a resource that the vocabulary does not have, every verb. */
type VerbOf<Entry> = Entry extends KnownResource<infer Verb> ? Verb : ResourceVerb;
type WithoutPaths<Path> = [Path] extends [never] ? unknown : [NonResourceURL] extends [Path] ? unknown : "no request is for an object and for a path: these go into a rule of their own";
type CheckedResources<Entry extends ResourcesOfGroup> = Entry extends KnownResource ? Entry : Exclude<keyof Entry, keyof NamedResources> extends never ? Entry extends CheckedEntry<Entry> ? Entry : CheckedEntry<Entry> : CheckedEntry<Entry>;
interface CheckedEntry<Entry extends ResourcesOfGroup> {
  readonly group: ApiGroupName<Entry["group"]>;
  readonly resources?: readonly ResourcePattern<Item<Entry["resources"]>>[];
  readonly resourceNames?: readonly Exact<Item<Entry["resourceNames"]>, "names of objects">[];
}
type Item<List> = List extends readonly (infer Name extends string)[] ? Name : never;
/** What holds for the whole policy. */
interface AuditPolicyOptions {
  /** Stages for which no rule writes an event. */
  readonly omitStages?: readonly Stage[];
  /** Whether recorded bodies leave out `metadata.managedFields`, where a rule does not say. */
  readonly omitManagedFields?: boolean;
  /** The release whose checks `build` makes; the newest if not given. */
  readonly kubernetesVersion?: string;
}
/** What a rule does beside its level. */
interface RuleOptions {
  /** United with those of the policy. */
  readonly omitStages?: readonly Stage[];
  /** Overrides the policy's own. */
  readonly omitManagedFields?: boolean;
  /** Why the rule is there: the comment above it when the policy is printed. */
  readonly reason?: string;
}
/**
* A method that takes a selector, whose parameters are what the compiler finds in it: they are not for writing out.
*
* A selector that is kept in a variable is a `RuleSelector`.
*/
type AddRule<Allowed extends Level, Options> = <const User extends AnyUser, const Group extends AnyGroup, const Verb extends string, const Namespace extends string, const Path extends NonResourceURL = never, const Entries extends readonly ResourcesOfGroup[] = never>(level: Allowed, selector?: CheckedSelector<User, Group, Verb, Entries, Namespace, Path>, options?: Options) => PolicyBuilder;
/** A policy in the making. Each method returns a new builder and leaves this one as it is; order in the chain is rule order. */
interface PolicyBuilder {
  /**
  * Adds a rule. Without a selector it matches every request, which `otherwise` says more clearly.
  *
  * @example
  * auditPolicy()
  *   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] }, { reason: "Bodies hold credentials." })
  *   .build().policy.rules[0]?.level; // Metadata
  */
  readonly rule: AddRule<Level, RuleOptions>;
  /**
  * Adds all rules of a preset, or of a policy.
  *
  * What these say for the whole policy goes into their rules, but for what the builder says, too. Stages that the builder omits are
  * omitted there as well; its `omitManagedFields` holds where they have none.
  *
  * @throws GenAuditError `unknown-preset` where no preset has that name.
  *
  * @example
  * auditPolicy().use("gce").build().policy.rules.length; // 14
  */
  use(source: PresetName | Policy): PolicyBuilder;
  /**
  * Adds the rules of a fragment where it stands in the chain, with its parameters; `composePreset` would place it by its slot.
  *
  * @throws GenAuditError `unknown-fragment` where no fragment has that name, `bad-input` for a parameter that it does not have, or a
  * value that is none of its kind.
  *
  * @example
  * auditPolicy().useFragment("argocd", { namespace: "gitops" }).build().policy.rules[1]?.users;
  * // ["system:serviceaccount:gitops:argocd-application-controller"]
  */
  useFragment<Name extends FragmentName>(name: Name, parameters?: Name extends keyof FragmentParameters ? FragmentParameters[Name] : never): PolicyBuilder;
  /**
  * Adds a catch-all: a rule for every request that no rule above it matches. Rules behind it can never apply.
  *
  * @example
  * auditPolicy().rule("None", { nonResourceURLs: ["/healthz*"] }).otherwise("Metadata").build().diagnostics.length; // 0
  */
  otherwise(level: Level, options?: RuleOptions): PolicyBuilder;
  /**
  * Asks for a level, or one above it, of requests that would be recorded at a lower one. Where it stands in the chain makes no
  * difference: it is about what all rules together decide.
  *
  * What is recorded only because of it leaves out the stages and managed fields that the whole policy does.
  *
  * @example
  * const { policy } = auditPolicy()
  *   .atLeast("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
  *   .rule("None", { verbs: ["get"] })
  *   .otherwise("Request")
  *   .build();
  * policy.rules[0]; // { level: "Metadata", verbs: ["get"], resources: [{ group: "", resources: ["secrets"] }] }
  */
  readonly atLeast: AddRule<Exclude<Level, "None">, Pick<RuleOptions, "reason">>;
  /**
  * Asks for a level, or one below it, of requests that would be recorded at a higher one; as `atLeast`, wherever it stands. Where
  * both are asked of a request and it cannot have both, this one wins, and a diagnostic says so.
  *
  * @example
  * auditPolicy()
  *   .otherwise("RequestResponse")
  *   .atMost("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
  *   .build().policy.rules.map(({ level }) => level); // ["Metadata", "RequestResponse"]
  */
  readonly atMost: AddRule<Exclude<Level, "RequestResponse">, Pick<RuleOptions, "reason">>;
  /**
  * The policy, where its rules come from, and what kube-apiserver would say of it.
  *
  * A list without entries is no constraint: it gets a diagnostic, and is left out of the policy.
  * The source of a rule is `preset NAME`, `policy N` (the Nth given to `use`) or `the builder's own rules`.
  *
  * @throws NotComposableError where floors or ceilings cannot be written as rules. GenAuditError `unknown-version` if the
  *   builder's `kubernetesVersion` is no release.
  *
  * @example
  * const { policy, origins, diagnostics } = auditPolicy().rule("None", { verbs: ["watch"] }).use("metadata-only").build();
  * policy.rules.length; // 2
  * origins[1]?.[0]?.source; // preset metadata-only
  * diagnostics.length; // 0
  */
  build(): Composition;
}
/**
* Starts a policy that is written in code, with the compiler refusing what kube-apiserver would refuse.
*
* @example
* const { policy, diagnostics } = auditPolicy({ omitStages: ["RequestReceived"] })
*   .rule("Metadata", { resources: [{ group: "", resources: ["secrets", "configmaps"] }] })
*   .otherwise("Request")
*   .build();
* [policy.rules.length, diagnostics.length].join(", "); // 2, 0
*/
declare function auditPolicy(options?: AuditPolicyOptions): PolicyBuilder;
/**
* Starts a policy that records of each request what all of some presets and policies record of it, see `composeStrictest`: the order
* in which they are given makes no difference.
*
* @throws NotComposableError where no list of rules says it. GenAuditError `unknown-preset` for a name that no preset has.
*
* @example
* const quiet = auditPolicy().rule("None", { userGroups: ["system:nodes"] }).otherwise("RequestResponse").build().policy;
* const { policy } = strictest(quiet, "metadata-only").atLeast("Metadata", { verbs: ["delete"] }).build();
* policy.rules.map(({ level }) => level).join(", "); // Metadata, None, Metadata
*/
declare function strictest(...sources: readonly (PresetName | Policy)[]): PolicyBuilder;
/**
* Starts a policy that records of each request what any of some presets and policies records of it, see `composeWidest`.
*
* @throws NotComposableError, GenAuditError as `strictest` does.
*
* @example
* const secrets = auditPolicy()
*   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
*   .build().policy;
* const tokens = auditPolicy().rule("Metadata", { resources: [{ group: "authentication.k8s.io" }] }).build().policy;
* widest(secrets, tokens).build().policy.rules.length; // 2
*/
declare function widest(...sources: readonly (PresetName | Policy)[]): PolicyBuilder;
/** Which API server the policies are for, and what the proof may cost. */
type CombineOptions = Pick<AnalysisOptions, "kubernetesVersion" | "limit">;
/**
* The policy that records of each request what all of some policies record of it: it has the lowest of their levels, leaves out
* each stage that one of them does, and managed fields if one does. The order of the policies makes no difference.
*
* A request that a policy has no rule for, that policy records at `None`. The result is proved to be what this says for whatever
* the evaluator can be handed, is minimized, and says of each rule where it comes from.
*
* @throws NotComposableError where no list of rules says it: a rule cannot ask for a user who is in two groups; or where there
*   are more than 20,000 pairs of rules, or the proof gives up. GenAuditError `unknown-version` if `kubernetesVersion` is no
*   release.
*
* @example
* const part = (name: PresetName) => ({ ...getPreset(name), name: `preset ${name}` });
* const { policy } = composeStrictest([part("gce"), part("metadata-only")]);
* policy.rules.some(({ level }) => level === "RequestResponse"); // false
* policy.rules.at(-1); // { level: "Metadata", omitStages: ["RequestReceived"] }
*/
declare function composeStrictest(parts: readonly PolicyPart[], options?: CombineOptions): Composition;
/**
* The policy that records of each request what any of some policies records of it: it has the highest of their levels, and leaves
* out the stages that all of them do that record the request, and managed fields if all do that record bodies.
*
* @throws NotComposableError, GenAuditError as `composeStrictest` does.
*
* @example
* const part = (name: PresetName) => ({ ...getPreset(name), name: `preset ${name}` });
* const { policy } = composeWidest([part("gce"), part("metadata-only")]);
* policy.rules.some(({ level }) => level === "None"); // false
*/
declare function composeWidest(parts: readonly PolicyPart[], options?: CombineOptions): Composition;
/** Requests that a rule can be for: none asks for those without a user. */
type Limited = Omit<RequestSelector, "user">;
/** A level for some requests, which those are recorded at if they would be at a lower one, or at a higher. */
interface LevelLimit {
  readonly level: Level;
  readonly selector: Limited;
  /** How comments and diagnostics call it; `at least Metadata of {verbs: [create]}` if not given. */
  readonly name?: string | undefined;
  /** Why it is asked for; stands in the comments of rules that are there for it. */
  readonly reason?: string | undefined;
}
/** What is asked of the levels of some requests, beside a policy. */
interface LevelLimits {
  /** Floors: the level is this one or one above it. */
  readonly atLeast?: readonly LevelLimit[];
  /** Ceilings: the level is this one or one below it. */
  readonly atMost?: readonly LevelLimit[];
}
/**
* A policy within limits: some requests are recorded at a level at least, some at a level at most, all others as before. The order
* of the limits makes no difference. Where a lower ceiling meets a floor the ceiling wins, and a diagnostic says so; where a floor
* could hold for no request, the diagnostic is an error.
*
* What is recorded only because of a floor leaves out the stages and managed fields that the policy leaves out for all rules; a
* ceiling leaves out nothing else. The result is proved to be what this says for whatever the evaluator can be handed, is
* minimized, and says of each rule where it comes from.
*
* @throws NotComposableError, GenAuditError as `composeStrictest` does.
*
* @example
* const gce = composeSequence([{ ...getPreset("gce"), name: "preset gce" }]);
* const tokens = { verbs: ["create"], resources: [{ group: "", resources: ["serviceaccounts/token"] }] };
* const { policy, diagnostics } = composeWithin(gce, { atMost: [{ level: "Metadata", selector: tokens }] });
* evaluate(policy, parseRequest("create serviceaccounts/token default -n default --as jane").request).level; // Metadata
* diagnostics.length; // 0
*/
declare function composeWithin(base: Composition, limits: LevelLimits, options?: CombineOptions): Composition;
/** Why policies are not combined: what they come to cannot be written as a list of rules, or was not found in time. */
declare class NotComposableError extends GenAuditError {
  /** The rules that no rule and no order of rules puts together. */
  readonly rules: readonly RuleOrigin[];
  /** A request that both of them decide. */
  readonly witness: RequestAttributes | undefined;
  constructor(message: string, {
    help,
    rules,
    witness
  }?: {
    readonly help?: string;
    readonly rules?: readonly RuleOrigin[];
    readonly witness?: RequestAttributes;
  });
}
/**
* Reads a floor or ceiling: `LEVEL:VERB[,VERB] RESOURCE[.GROUP][/SUBRESOURCE]`.
*
* `*` is any verb. Several resources are joined by commas; a built-in one finds its group, `*.apps` is all of a group, `pods/*` a
* resource with all below it, `/healthz*` a path, and `*` alone every request.
*
* @throws GenAuditError `bad-input` for what is no such thing: an unknown level, verb or resource, or a verb that none of the
*   resources serves; `unknown-version` for no release.
*
* @example
* parseLimit("Metadata:create,delete pods/exec").selector;
* // { verbs: ["create", "delete"], resources: [{ group: "", resources: ["pods/exec"] }] }
*/
declare function parseLimit(written: string, kubernetesVersion?: string): Omit<LevelLimit, "name">;
/** Decides requests by one policy. Decisions are shared between requests. */
type Evaluator = (request: RequestAttributes) => Decision;
/**
* Prepares a policy for deciding many requests: the same answers as `evaluate`, at a cost per request that hardly grows
* with the number of rules.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const decide = compileEvaluator(getPreset("gce").policy);
* const jane = { name: "jane", groups: ["system:authenticated"] };
* decide({ user: jane, verb: "create", resource: { apiGroup: "", resource: "pods", namespace: "prod" } }).level; // RequestResponse
*/
declare function compileEvaluator(policy: Policy, {
  kubernetesVersion
}?: EvaluateOptions): Evaluator;
/** What one rule says of a request. */
interface RuleTrace {
  /** The index of the rule. */
  readonly rule: number;
  readonly matched: boolean;
  /** The first field that does not match, in the order in which kube-apiserver looks at them. */
  readonly field?: UnmatchedField;
}
/** A decision, and how it came about. */
interface Explanation {
  readonly request: RequestAttributes;
  readonly decision: Decision;
  /** Up to the rule that applies, which is the last; every rule where none does. */
  readonly trace: readonly RuleTrace[];
}
/**
* Why kube-apiserver audits a request as it does: which rule applies, and for each earlier one the first field that does
* not match.
*
* Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatches`
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = getPreset("gce");
* const { request } = parseRequest("list secrets --as jane");
* const { decision, trace } = explain(policy, request);
* decision.level; // Metadata
* trace[0].field; // users
*/
declare function explain(policy: Policy, request: RequestAttributes, options?: EvaluateOptions): Explanation;
/**
* The policy as some edits leave it; undefined where one has no place in it, takes away what has to be there, or writes what
* cannot stand there.
*
* @example
* const { policy } = auditPolicy().rule("None", { verbs: ["watch"] }).otherwise("Metadata").build();
* editPolicy(policy, [{ replace: "rules[1].level", by: "Request" }, { remove: "rules[0]" }])?.rules; // [{ level: "Request" }]
* editPolicy(policy, [{ remove: "rules[1].level" }]); // undefined
*/
declare function editPolicy(policy: Policy, edits: readonly PolicyEdit[]): Policy | undefined;
/** A stretch of a text, by offsets in UTF-16 units, and what takes its place. */
interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
/**
* The text with the changes made, which are in any order and touch no part of it twice.
*
* @example
* applyChanges("level: metadata", [{ start: 7, end: 15, text: "Metadata" }]); // level: Metadata
*/
declare function applyChanges(text: string, changes: readonly TextChange[]): string;
/** What to change of a file, or why it is not changed. */
type PlannedChanges = {
  readonly changes: readonly TextChange[];
  readonly refused?: undefined;
} | {
  readonly changes?: undefined;
  readonly refused: string;
};
/**
* The changes of a file's text that make some edits of the policy in it. All that is not about what is edited stays, byte for
* byte: quotes, indentation, line ends, comments, other documents. Comments that are about what is removed go with it.
*
* It is refused, with the reason, where a place is not what it seems (an anchor, an alias, a merge), and where the edits
* get in each other's way.
*
* @example
* const file = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n# Noise.\n- level: None # really\n- level: Metadata\n";
* const { source } = parsePolicy(file);
* if (!source) throw new Error("there is no policy");
* const { changes = [] } = planChanges(file, source, [{ remove: "rules[0]" }]);
* applyChanges(file, changes).split("\n")[3]; // - level: Metadata
*/
declare function planChanges(file: string, source: PolicySource, edits: readonly PolicyEdit[]): PlannedChanges;
/** A policy of a text, as `parsePolicies` returns it, with what has been found. */
interface FixablePolicy {
  readonly policy?: Policy | undefined;
  readonly source?: PolicySource | undefined;
  readonly diagnostics: readonly Diagnostic[];
}
/** Which API server fixes are proved for, and what a proof may cost. */
type FixOptions = Pick<AnalysisOptions, "kubernetesVersion" | "limit">;
/** A fix that was applied. */
interface AppliedFix {
  /** The finding that offered it, where it stood when the fix was applied. */
  readonly diagnostic: Diagnostic;
  readonly title: string;
}
/** A fix that was not applied, and why. */
interface RefusedFix extends AppliedFix {
  readonly reason: string;
  /** A request that would be decided otherwise, and is not meant to be. */
  readonly witness?: RequestAttributes | undefined;
}
/** A text with the fixes that could be applied. */
interface FixedText {
  readonly text: string;
  readonly applied: readonly AppliedFix[];
  /** Fixes that are still offered, and why they are not applied. */
  readonly refused: readonly RefusedFix[];
}
/**
* Applies the fixes that findings offer, until none is left that can be. Each is kept only if it is proved: the text that
* it leaves reads back as the edited policy, and that decides every request as before, or where the fix names requests that it
* changes, every other one.
*
* `find` reads the policies of a text and says what is wrong with them; it is asked again for each text that fixes leave.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const text = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n- level: Metadata # again\n";
* const find = (changed: string) =>
*   parsePolicies(changed).map((parsed) => ({ ...parsed, diagnostics: lintPolicy(parsed) }));
* const fixed = applyFixes(text, find);
* fixed.applied[0].title; // delete rules[1]
* fixed.text.endsWith("rules:\n- level: Metadata\n"); // true
*/
declare function applyFixes(text: string, find: (text: string) => readonly FixablePolicy[], options?: FixOptions): FixedText;
/**
* The changes of a text that the fixes of its findings come to, each taken alone: those that are proved, see `applyFixes`.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const text = "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: Metadata\n- level: Metadata # again\n";
* const parsed = parsePolicy(text);
* const changes = findProvedChanges(text, [{ ...parsed, diagnostics: lintPolicy(parsed) }]);
* [...changes].map(([{ code }, [change]]) => `${code} ${change?.start}-${change?.end}`);
* // ["rule-redundant 48-66", "rule-covered 66-92"]
*/
declare function findProvedChanges(text: string, policies: readonly FixablePolicy[], options?: FixOptions): ReadonlyMap<Diagnostic, readonly TextChange[]>;
/** A rule of a fragment, or an entry of one, that was left out. */
interface DroppedPart {
  readonly fragment: string;
  /** `rules[0]`, or `rules[0].resources[1]`, in the fragment. */
  readonly path: string;
  /** `not-served`: the release does not have it; `redundant`: other rules decide all its requests alike. */
  readonly reason: "not-served" | "redundant";
}
/** What a preset is composed for. */
interface ComposePresetOptions {
  /** The API server's release; the newest if absent. */
  readonly kubernetesVersion?: string | undefined;
  /** Fragments beside those of the preset: for what else runs in the cluster. */
  readonly addons?: readonly (FragmentUse | Fragment)[];
}
/**
* A preset for a release of Kubernetes, and with add-ons: the policy without what the release does not serve, and without
* what decides nothing.
*
* @throws GenAuditError `unknown-version` for no release, `unknown-fragment`, and `bad-input` for a parameter that a fragment
* does not have, for add-ons to an ordered list of rules, and for a release before the oldest that the preset is for.
*
* @example
* const { policy, reasons } = composePreset(getPreset("balanced"), { kubernetesVersion: "1.29", addons: [{ name: "argocd" }] });
* policy.rules.length === reasons.length; // true
*/
declare function composePreset<Name extends string>(preset: Preset<Name>, {
  kubernetesVersion,
  addons
}?: ComposePresetOptions): Preset<Name> & {
  readonly dropped: readonly DroppedPart[];
};
/** What the file of a preset says: an ordered list of rules, or fragments, those of another preset among them. */
interface PresetFile extends Pick<Policy, "omitStages" | "omitManagedFields"> {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly baselineOf?: string;
  readonly source?: {
    readonly title: string;
    readonly url: string;
  };
  readonly kubernetes?: Preset["kubernetes"];
  readonly knownFaults?: readonly (Omit<KnownFault, "remedyPreset"> & {
    readonly remedyPreset: string;
  })[];
  /** Of a preset that ships with the library; of a user's nothing is said. */
  readonly guarantees?: readonly string[];
  readonly findings?: readonly string[];
  readonly notes?: readonly string[];
  readonly flags?: Readonly<Record<string, string | number | boolean>>;
  /** The preset whose fragments are among its own. */
  readonly extends?: string;
  /** Fragments of that preset that are not. */
  readonly without?: readonly string[];
  /** Those that ship with the library by name, others written out. */
  readonly fragments?: readonly (FragmentUse | Fragment)[];
  readonly rules?: readonly {
    readonly reason: string;
    readonly rule: PolicyRule;
  }[];
}
/**
* The fragment in the text of a file of one's own, in the format of those that ship with the library: for the `addons` of
* `composePreset`. `file` is how errors call the text.
*
* @throws GenAuditError `bad-input` for what does not fit, with file and line.
*
* @example
* const text = "name: probes\nslot: noise\npurpose: Probes.\nrules:\n  - reason: Probes.\n    rule: { level: None, users: [probe] }\n";
* const probes = readFragmentFile(text, "probes.yaml");
* const { policy } = composePreset(getPreset("balanced"), { addons: [probes] });
* policy.rules.filter(({ users }) => users?.includes("probe")).length; // 1
*/
declare function readFragmentFile(text: string, file: string): Fragment;
/**
* The preset in the text of a file of one's own, in the format of those that ship with the library. What it `extends` is one
* of these, or the preset of another file, which `extended` gives. `file` is how errors call the text.
*
* @throws GenAuditError `bad-input` for what does not fit, with file and line, and for a preset that it extends and that is
* none, or an ordered list of rules.
*
* @example
* const text = "name: ours\ntitle: Ours\npurpose: Ours.\nextends: balanced\nwithout: [discovery]\n";
* const { policy } = readPresetFile(text, "ours.yaml");
* policy.rules.some(({ nonResourceURLs }) => nonResourceURLs?.includes("/apis")); // false
*/
declare function readPresetFile(text: string, file: string, extended?: Readonly<Record<string, PresetFile>>): Preset<string>;
type Backend = "Log" | "Webhook";
/** What both backends have. */
type BackendSettings = { readonly [Key in `audit${Backend}Mode`]?: "batch" | "blocking" | "blocking-strict" } & { readonly [Key in `audit${Backend}Version`]?: "audit.k8s.io/v1" | "audit.k8s.io/v1beta1" | "audit.k8s.io/v1alpha1" } & { readonly [Key in `audit${Backend}Batch${"BufferSize" | "MaxSize" | "ThrottleQps" | "ThrottleBurst"}`]?: number } & { readonly [Key in `audit${Backend}BatchMaxWait`]?: string } & { readonly [Key in `audit${Backend}${"BatchThrottleEnable" | "TruncateEnabled"}`]?: boolean } & { readonly [Key in `audit${Backend}Truncate${"MaxBatchSize" | "MaxEventSize"}`]?: number };
/** kube-apiserver's flags, each under its name in camel case; what they take and mean stands in `AUDIT_FLAGS`. */
interface FlagSettings extends BackendSettings {
  readonly auditPolicyFile?: string;
  /** `-` is standard output. */
  readonly auditLogPath?: string;
  readonly auditLogFormat?: "json" | "legacy";
  /** Days. */
  readonly auditLogMaxAge?: number;
  /** Files. */
  readonly auditLogMaxBackup?: number;
  /** Megabytes. */
  readonly auditLogMaxSize?: number;
  readonly auditLogCompress?: boolean;
  readonly auditWebhookConfigFile?: string;
  /** A Go duration, such as `10s`. */
  readonly auditWebhookInitialBackoff?: string;
}
/** A webhook by its kubeconfig, or by what one is built from; all are texts, and none is a path. */
type WebhookSettings = {
  readonly config: string;
} | {
  readonly server: string; /** PEM certificates. */
  readonly ca?: string;
  readonly token?: string; /** PEM; needs `clientKey`. */
  readonly clientCert?: string; /** PEM; needs `clientCert`. */
  readonly clientKey?: string;
};
/**
* How kube-apiserver is to write audit events: its own flags under their own names, and three words of ours.
* What each flag takes is in `AUDIT_FLAGS`. What is absent has the default of the target (paths), of this library
* (`DEFAULT_SETTINGS`), or of kube-apiserver.
*/
interface AuditSettings extends FlagSettings {
  /** `false`: no log backend. */
  readonly log?: boolean;
  /** Turns the webhook backend on; so does `auditWebhookConfigFile` with a file that is already on the nodes. */
  readonly webhook?: WebhookSettings;
  /**
  * Whether a hash of the policy stands in a name, so that a changed policy is a change to a tool that looks at names
  * alone. Absent: where the target needs it.
  */
  readonly policyHash?: boolean;
}
/** Rotation that meets the CIS benchmark. kube-apiserver before 1.36 would never delete a file, and fill the disk. */
declare const DEFAULT_SETTINGS: Readonly<Required<Pick<AuditSettings, "auditLogMaxAge" | "auditLogMaxBackup" | "auditLogMaxSize">>>;
/** What a flag takes. `rate` is a decimal number, `choice` one of the flag's `choices`. */
type AuditFlagType = "path" | "integer" | "boolean" | "duration" | "rate" | "choice";
/** What has to be so that a flag has any effect, beyond its backend being on. */
type AuditFlagCondition = "log-file" | "batch" | "throttle" | "truncate";
/** One flag of kube-apiserver, with the field of the settings that holds its value. */
interface AuditFlag {
  /** As kube-apiserver spells it, without the dashes. */
  readonly name: string;
  /** The field of `AuditSettings`. */
  readonly key: keyof FlagSettings;
  readonly backend: "policy" | "log" | "webhook";
  readonly type: AuditFlagType;
  /** What stands for the value in a usage text: `PATH`, `DAYS`, `batch|blocking|blocking-strict`. */
  readonly value: string;
  /** One line. */
  readonly help: string;
  /** The first Kubernetes release that has it, among those since 1.8. */
  readonly since: string;
  /** What a number counts. */
  readonly unit?: string;
  /** The largest number; that of its type where absent. The smallest is 1, or just above 0 for a rate. */
  readonly most?: number;
  readonly choices?: readonly string[];
  readonly onlyWith?: AuditFlagCondition;
}
/**
* Every `--audit-*` flag of kube-apiserver, in the order in which they are rendered. Settings, command line, checks
* and targets all follow this one table.
*
* Upstream: `k8s.io/apiserver` `pkg/server/options/audit.go`, `AddFlags`, `Validate`; the first release of each flag from
* the tags kubernetes-1.8.0 to 1.37.
*/
declare const AUDIT_FLAGS: readonly AuditFlag[];
/** Who has to bring a file to its place. */
type Placement = "control-plane-node" | "cluster-object" | "user-file" | "local";
/** One file of a rendering. */
interface Artifact {
  /** Absolute on a node; a file name for what the user keeps. */
  readonly path: string;
  readonly content: string;
  /** Octal, as for chmod: `"0600"`. */
  readonly mode: string;
  /** `user:group` on a node; absent for a file that is the user's own. */
  readonly owner?: string;
  readonly placement: Placement;
}
/** What a human does with the files, one line each; a line that begins with `$ ` is a command. */
interface Steps {
  readonly apply: readonly string[];
  readonly verify: readonly string[];
}
/** Releases from one to another, both included. */
interface VersionRange {
  readonly oldest: Version;
  readonly newest: Version;
}
/** A policy made into what one target takes. */
interface Rendering {
  readonly target: string;
  /** The version rendered for, as given or the newest; absent for a target that has none. */
  readonly version?: string;
  /** The API servers that this rendering holds for, oldest and newest. */
  readonly kubernetes: VersionRange;
  /** Empty where a diagnostic is an error. */
  readonly artifacts: readonly Artifact[];
  readonly steps: Steps;
  readonly diagnostics: readonly Diagnostic[];
}
interface ProviderPolicy {
  /** What it is called there: a profile of OpenShift, a log of AKS. */
  readonly name: string;
  /** What it is called here. */
  readonly preset: PresetName;
  readonly policy: Policy;
}
/** What a document says, whatever it is: as JSON has it, integers beyond doubles included. */
type Data = string | number | bigint | boolean | null | readonly Data[] | DataObject;
/** A mapping; a key whose value is undefined is not there. */
type DataObject = {
  readonly [key: string]: Data | undefined;
};
/**
* The API servers that a target, written `kops@1.25`, is for, narrowed to one release where it is given.
*
* @throws GenAuditError `unknown-target`; `unknown-version` for a version that the target does not have, and if
*   `kubernetesVersion` is no release, or none that the target runs.
*
* @example
* const { oldest, newest } = kubernetesOfTarget("kops@1.25");
* `${printVersion(oldest)} to ${printVersion(newest)}`; // 1.20 to 1.25
*/
declare function kubernetesOfTarget(text: string, kubernetesVersion?: string | undefined): VersionRange;
/** What there is to render for, as plain data; of a target with versions, what holds for the newest. */
interface TargetSummary {
  readonly name: string;
  readonly title: string;
  /** One line: what is rendered, and where it goes. */
  readonly summary: string;
  /** Absent: the target has no versions of its own. */
  readonly versions?: Releases;
  /** The API servers that are rendered for. */
  readonly kubernetes: Releases;
  /** The shapes that the files can have, the default first; absent: one alone. */
  readonly forms?: readonly string[];
  /** The files of a rendering with nothing set, and who brings each to its place. */
  readonly files: readonly Pick<Artifact, "path" | "placement" | "mode">[];
  /** Where the files of the backends are on a control-plane node unless it is said; absent where nothing is told of backends. */
  readonly defaults?: {
    readonly auditPolicyFile: string;
    readonly auditLogPath: string; /** Absent where there is no webhook; a target that names none has it beside the policy. */
    readonly auditWebhookConfigFile?: string;
  };
  /** Whether a webhook can be set up. */
  readonly webhook: boolean;
  /** Flags of kube-apiserver that cannot be set, or not to any value, and what to do instead. */
  readonly lacks: readonly {
    readonly flag: string;
    readonly instead: string;
  }[];
  /** Where `policyHash` puts a hash of the policy, and whether it does so unasked. */
  readonly policyHash?: {
    readonly place: "file-name" | "object-name";
    readonly isDefault: boolean;
  };
  /** The document that the configuration can be put into, with its article; absent: none. */
  readonly into?: string;
  /** Of a control plane that takes no policy: who decides what it records, and what there is to choose from. */
  readonly provider?: {
    readonly name: string;
    readonly policies: readonly Pick<ProviderPolicy, "name" | "preset">[];
  };
}
interface Releases {
  readonly oldest: string;
  readonly newest: string;
}
/**
* Every target, in the order in which they are listed.
*
* @example
* listTargets().map(({ name }) => name).slice(0, 3); // ["policy","kops","kubeadm"]
* listTargets().find(({ name }) => name === "kubeadm")?.files[1].path; // /etc/kubernetes/audit/policy.yaml
*/
declare function listTargets(): readonly TargetSummary[];
/** What to render, for which target, and with which settings. */
interface RenderRequest {
  readonly policy: Policy;
  /** Stands above the rule of the same index. */
  readonly comments?: readonly (string | undefined)[] | undefined;
  /** `kops`, or `kops@1.25`. */
  readonly target: string;
  /** As `parseSettings` gives them, or written in code: every value is checked again. */
  readonly settings?: AuditSettings | undefined;
  /** What holds where `settings` says nothing, and where it is of any effect: what a preset recommends. */
  readonly recommended?: AuditSettings | undefined;
  /** The release of the API server, where the target does not settle it. */
  readonly kubernetesVersion?: string | undefined;
  /** Which of the target's forms, where it has several (`listTargets`); the first if absent. */
  readonly form?: string | undefined;
}
/** A file that kOps puts on nodes. */
type KopsFileAsset = {
  readonly name: string;
  readonly path: string;
  readonly roles: readonly string[];
  readonly mode?: string;
  readonly content: string;
};
/** The part of a kOps ClusterSpec that an audit configuration is. */
type KopsFragment = {
  readonly spec: {
    readonly fileAssets: readonly KopsFileAsset[];
    readonly kubeAPIServer: Readonly<Record<string, string | number | boolean>>;
  };
};
/** What to render for kOps: all that `renderTarget` takes, with a release in place of a target. */
interface KopsFragmentRequest extends Omit<RenderRequest, "target"> {
  /** The release of kOps; the newest if absent. */
  readonly version?: string;
}
/**
* What `renderTarget` writes for kOps, as a plain object: for `mergeFragment`, or for a program of one's own.
* There is no fragment where a diagnostic is an error.
*
* @throws GenAuditError `unknown-version`, `unknown-form` and `bad-setting` as `renderTarget` does.
*
* @example
* const { policy } = getPreset("metadata-only");
* const { fragment } = kopsFragment({ policy, version: "1.25" });
* fragment?.spec.fileAssets[0]?.roles; // ["Master","APIServer"]
*/
declare function kopsFragment({
  version,
  ...request
}: KopsFragmentRequest): {
  readonly fragment?: KopsFragment;
  readonly diagnostics: readonly Diagnostic[];
};
/**
* Settings by the names of flags, as a preset has them: `audit-log-maxage: 30`.
*
* What a preset recommends goes into `recommended` of a request to render.
*
* @throws GenAuditError `bad-setting` for a flag that kube-apiserver does not have, and for a value that it does not take.
*
* @example
* settingsOfFlags({ "audit-log-maxage": "90" }); // {"auditLogMaxAge":90}
*/
declare function settingsOfFlags(flags: Readonly<Record<string, string | number | boolean>>): AuditSettings;
/** One thing that a document says otherwise. */
interface DocumentChange {
  /** `spec.kubeAPIServer.auditLogMaxAge` */
  readonly path: string;
  /** Absent for what is new. */
  readonly before?: Data;
  /** Absent for what is taken out. */
  readonly after?: Data;
  /** Where it stands; of what is new where it is put into. */
  readonly location?: Location;
}
/** A document as an audit configuration has been put into it; or the documents of a file. */
interface PutObject<Document> {
  /** Absent where a diagnostic of the rendering is an error. */
  readonly document?: Document;
  readonly rendering: Rendering;
}
/**
* What `putIntoText` does to a file, done to a document that a program holds as a plain object. The object stays as it is.
*
* An array is the documents of a file, and so is what is returned; a document that the file lacks is put behind them.
*
* @throws GenAuditError `bad-input` for what is not the document of the target, `bad-usage` for a target that has none; and
*   what `renderTarget` throws: `unknown-target`, `unknown-version`, `unknown-form`, `bad-setting`.
*
* @example
* const { policy } = getPreset("metadata-only");
* const configuration = { apiVersion: "kubeadm.k8s.io/v1beta4", kind: "ClusterConfiguration", apiServer: { extraArgs: [] } };
* const { document } = putIntoObject(configuration, { policy, target: "kubeadm@1.36" });
* document?.kind; // ClusterConfiguration
* JSON.stringify(document?.apiServer.extraArgs[0]); // {"name":"audit-policy-file","value":"/etc/kubernetes/audit/policy.yaml"}
*/
declare function putIntoObject<Document extends object>(document: Document, request: RenderRequest): PutObject<Document>;
/** A file as an audit configuration has been put into it. */
interface PutText {
  /** The file; the same text where there is nothing to change. Absent where a diagnostic of the rendering is an error. */
  readonly text?: string;
  /** What the document says otherwise than before, in its order; of several documents one after the other. */
  readonly changes: readonly DocumentChange[];
  /** What the target renders beside: files for the nodes, steps, diagnostics. */
  readonly rendering: Rendering;
}
/** What to put into a file: all that `renderTarget` takes. */
interface PutTextRequest extends RenderRequest {
  /** The name of the file, for messages. */
  readonly file?: string | undefined;
}
/**
* Puts an audit configuration into a file that a user keeps: a kOps Cluster, a ClusterConfiguration of kubeadm, the manifest
* of kube-apiserver, a machine config of Talos. All that is not changed stays, byte for byte: comments, order, quotes,
* indentation, line breaks, other documents. What is there is found by what it is, and putting it in twice changes nothing.
*
* @throws GenAuditError `bad-input`, with the place, for a text that is not YAML, has no such document or more than one, or
*   cannot be changed in place (an anchor, an alias, a template); `bad-usage` for a target that is a part of no document; and
*   what `renderTarget` throws: `unknown-target`, `unknown-version`, `unknown-form`, `bad-setting`.
*
* @example
* const { policy } = getPreset("metadata-only");
* const file = "kind: Cluster # mine\napiVersion: kops.k8s.io/v1alpha2\nspec:\n  kubeAPIServer: {auditLogMaxAge: 3}\n";
* const { text = "", changes } = putIntoText(file, { policy, target: "kops" });
* text.split("\n")[0]; // kind: Cluster # mine
* changes.find(({ before }) => before === 3)?.path; // spec.kubeAPIServer.auditLogMaxAge
* putIntoText(text, { policy, target: "kops" }).text === text; // true
*/
declare function putIntoText(text: string, {
  file,
  ...request
}: PutTextRequest): PutText;
/** A policy of a text, as `parsePolicy` returns it, with all that has been found. */
interface LintedPolicy {
  readonly policy?: Policy | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly ruleLocations: readonly Location[];
  readonly place: (path: FieldPath) => Place;
}
/** How diagnostics call the text. */
interface IgnoreOptions {
  /** The name that locations carry; `policy.yaml` if not given. */
  readonly file?: string | undefined;
}
/** Findings, those apart that comments say to leave. */
interface IgnoredFindings {
  /** What is left, and what there is to say about the comments. */
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly IgnoredDiagnostic[];
}
/**
* Takes out of what has been found what comments in the text say to leave: `# gen-audit-ignore CODE[, CODE]: reason`.
*
* Behind something, the comment is about its line. On a line of its own it is about the line that follows; above a rule
* about the whole of that rule; at the head of the text or above a field of the policy, about the policy as a whole. Errors
* stay, and so does what is said of comments themselves.
*
* @example
* const text = `apiVersion: audit.k8s.io/v1
* kind: Policy
* # gen-audit-ignore no-catch-all: only pods matter here
* rules:
* - level: Metadata
*   resources: [{ group: "", resources: [pods] }]
* `;
* const parsed = parsePolicy(text);
* const found = ignoreFindings(text, [{ ...parsed, diagnostics: lintPolicy(parsed) }]);
* found.diagnostics.some(({ code }) => code === "no-catch-all"); // false
* found.ignored[0].reason; // only pods matter here
*/
declare function ignoreFindings(text: string, policies: readonly LintedPolicy[], options?: IgnoreOptions): IgnoredFindings;
/** A policy to lint; what `parsePolicy` returns is one. */
interface LintSource {
  readonly policy?: Policy | undefined;
  /** Where a field of it stands; without it, findings carry a path alone. */
  readonly place?: (path: FieldPath) => Place;
}
/** Which API server the policy is for, and what the search for findings may cost. */
interface LintOptions {
  /** The API server's release, `1.30` or `1.30.4`; if not given, the newest, and of what is served all from 1.19 on. */
  readonly kubernetesVersion?: string | undefined;
  /** What the search for one answer may cost, see `AnalysisOptions`. */
  readonly limit?: number | undefined;
}
/**
* What a policy does that its author can hardly have meant, and what it could say more simply.
*
* A finding about requests carries one that proves it; a claim that there is none is proved, and where that takes an
* assumption about who sends requests and how, it has `reading: "real-identities"`. What kube-apiserver itself refuses or
* passes over is said by `parsePolicy` and `validatePolicy`; of a source without a policy there is nothing to say.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = getPreset("gce");
* const [minted] = lintPolicy({ policy }).filter(({ code }) => code === "token-bodies");
* minted.path; // rules[12].level
* minted.witness?.resource?.subresource; // token
*/
declare function lintPolicy({
  policy,
  place
}: LintSource, options?: LintOptions): readonly Diagnostic[];
/** A rule that went, or an entry of one. */
interface Removal {
  /** The rule that it is or was of, by its index in the policy as it was; so are all others. */
  readonly rule: number;
  /** `rules[3]`, `rules[3].verbs[1]` */
  readonly path: FieldPath;
  /**
  * - `unmatchable`: it matches no request.
  * - `shadowed`: all its requests go to earlier rules.
  * - `repeated`: the other entries of its rule take all that is left of its requests.
  * - `redundant`: what is left of its requests is decided alike by later rules, or by none.
  * - `merged`: it is part of another rule now.
  */
  readonly reason: "unmatchable" | "shadowed" | "repeated" | "redundant" | "merged";
  /** The rules that take its requests; `null` for none. */
  readonly by: readonly (number | null)[];
}
/** A policy that decides every request as another one does, and what of that it does without. */
interface MinimizedPolicy {
  readonly policy: Policy;
  /** What went and why, in the order of the rules that it was of. */
  readonly removed: readonly Removal[];
  /** The same as edits of the policy as it was, see `planChanges`; they leave `policy`. */
  readonly edits: readonly PolicyEdit[];
  /** By the index of a rule in `policy`: which rules it was made of, the one first whose place it has. */
  readonly origins: readonly (readonly number[])[];
  /** False if the search gave up on some rules or entries: more could perhaps go. */
  readonly isComplete: boolean;
}
/** Whose decisions stay as they are, and what the search may cost. */
type MinimizeOptions = Pick<AnalysisOptions, "kubernetesVersion" | "limit">;
/**
* The same decisions with fewer rules and entries.
*
* Rules and entries go that no request gets to, and those whose requests are decided alike without them; rules that differ
* in one list become one, where no rule between them minds. A last rule for all other requests stays, even at level
* `None`, where it says what would be so without it. No rule or entry that is left could go alone.
*
* The result is proved to decide whatever the evaluator can be handed as before; `unknown` says that the search gave up.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = auditPolicy()
*   .rule("None", { verbs: ["get"] })
*   .rule("None", { verbs: ["list"] })
*   .rule("Metadata", { resources: [{ group: "", resources: ["secrets"] }] })
*   .otherwise("Metadata")
*   .build();
* const minimized = minimizePolicy(policy);
* if (minimized === "unknown") throw new Error("the search gave up");
* minimized.policy.rules; // [{ level: "None", verbs: ["get", "list"] }, { level: "Metadata" }]
* minimized.removed.map(({ path, reason }) => `${path} ${reason}`); // ["rules[1] merged", "rules[2] redundant"]
*/
declare function minimizePolicy(policy: Policy, options?: MinimizeOptions): MinimizedPolicy | "unknown";
/** How a text is read. */
interface ParsePolicyOptions {
  /** The name that locations carry; `policy.yaml` if not given. */
  readonly file?: string | undefined;
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}
/** A policy read from a text. */
interface ParsedPolicy {
  /** Absent exactly when a diagnostic is an error that was not recovered. */
  readonly policy?: Policy;
  readonly diagnostics: readonly Diagnostic[];
  /** Where in its file the policy stands: `""` if it is the file, else a path such as `spec.fileAssets[0].content`. */
  readonly path: string;
  /** The line that says what it is; absent where no policy is found. */
  readonly location?: Location;
  /** The comment above each rule, if there is one. */
  readonly comments: readonly (string | undefined)[];
  /** Where each rule stands, from its first character to its last; none where no policy is found. */
  readonly ruleLocations: readonly Location[];
  /** Where a field of the policy stands: `rules[3].verbs[0]`; one that is not there is placed at what should hold it. */
  readonly place: (path: FieldPath) => Place;
  /** What it takes to change the policy where it stands; absent where no policy is found. */
  readonly source?: PolicySource;
}
/**
* Reads the one audit policy of a YAML or JSON text: the file that kube-apiserver is given, or any file with a policy in it
* (a ConfigMap, a kOps Cluster, a KubeadmControlPlane, a machine config). Accepts and refuses what kube-apiserver of the given
* release does, and says where and why. Nothing is thrown because of the text.
*
* Upstream: `k8s.io/apiserver` `pkg/audit/policy/reader.go`, `LoadPolicyFromBytes`
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy, diagnostics } = parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n");
* policy; // undefined
* diagnostics[0].message; // unknown level "metadata"; did you mean "Metadata"?
*/
declare function parsePolicy(text: string, options?: ParsePolicyOptions): ParsedPolicy;
/**
* Reads every audit policy that stands in a text, in order; one without a policy, and with the reason, if there is none.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const text = `
* apiVersion: v1
* kind: ConfigMap
* metadata: { name: audit }
* data:
*   policy.yaml: |
*     apiVersion: audit.k8s.io/v1
*     kind: Policy
*     rules: [{ level: Metadata }]
* `;
* parsePolicies(text).map(({ path }) => path); // ["data.policy.yaml"]
*/
declare function parsePolicies(text: string, options?: ParsePolicyOptions): readonly ParsedPolicy[];
/** How one case came out. */
interface CaseResult {
  readonly name: string;
  readonly passed: boolean;
  readonly expected: PolicyCase;
  /** The decision, and why it is so. */
  readonly actual: Explanation;
  /** What is not as expected, one line each. */
  readonly unmet: readonly string[];
}
/** How all cases came out. */
interface PolicyTestResult {
  readonly passed: boolean;
  readonly cases: readonly CaseResult[];
  /** The rules that apply to the request of no case. */
  readonly unreachedRules: readonly number[];
}
/**
* Holds a policy against a table of requests and the decisions expected of them.
*
* @throws GenAuditError `bad-input` for a request that cannot be read, `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const result = testPolicy(getPreset("gce").policy, [
*   { request: "get secrets db -n prod --as jane", level: "Metadata" },
*   { request: "GET /healthz --as system:anonymous", recorded: true },
* ]);
* result.cases.map(({ passed }) => passed).join(", "); // true, false
* result.cases[1].unmet[0]; // expected to be recorded, and it is not
* result.unreachedRules.includes(10); // false
*/
declare function testPolicy(policy: Policy, cases: readonly PolicyCase[], options?: EvaluateOptions): PolicyTestResult;
/** What stands in the text beside the policy. */
interface PrintPolicyOptions {
  /** Stands above the rule of the same index. */
  readonly comments?: readonly (string | undefined)[];
  /** Stands above the policy. */
  readonly header?: string;
  /** What the text says its API version is: `audit.k8s.io/v1beta1` for Kubernetes 1.8 to 1.11, which know no other. */
  readonly apiVersion?: "audit.k8s.io/v1" | "audit.k8s.io/v1beta1";
}
/**
* A policy as canonical YAML: fixed key order, `""` for the core group, empty lists left out,
* strings quoted wherever YAML 1.1 or 1.2 would read them as something else.
* The same policy gives the same bytes, and `parsePolicy` gives the policy back.
*
* @example
* printPolicy({ apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "Metadata" }] });
* // apiVersion: audit.k8s.io/v1
* // kind: Policy
* // rules:
* //   - level: Metadata
*/
declare function printPolicy(policy: Policy, options?: PrintPolicyOptions): string;
/** Some requests, and what is asked of how each of them is recorded. */
interface Bound {
  /** What is asked in words, where a guarantee asks for several things. */
  readonly title?: string | undefined;
  readonly requests: readonly RequestSelector[];
  /** Of these, those that are not meant. */
  readonly except?: readonly RequestSelector[] | undefined;
  /** Of these, only those of people and workloads that the policy does not name: of whom it names, it has decided. */
  readonly by?: "unnamed-accounts" | undefined;
  /** That one of these requests is recorded so, in place of each. */
  readonly some?: true | undefined;
  /** At least one event is written, at this level or above; from `Request` on, at a stage at which bodies are known. */
  readonly atLeast?: Exclude<Level, "None"> | undefined;
  /** No body gets into the log that this level leaves out; of `None`, no event at all. */
  readonly atMost?: Exclude<Level, "RequestResponse"> | undefined;
  /** Each of these stages that the request has is recorded. */
  readonly stages?: readonly Stage[] | undefined;
}
/** A promise that a policy keeps or breaks: all of its bounds are kept. */
interface Guarantee {
  readonly name: string;
  /** What holds where it is kept. */
  readonly title?: string | undefined;
  readonly bounds: readonly Bound[];
}
/** The name of a guarantee; what each asks for is in `docs/guarantees`. */
type GuaranteeName = "no-secret-bodies" | "no-configmap-bodies" | "no-token-bodies" | "exec-recorded" | "proxy-recorded" | "secret-access-recorded" | "rbac-writes-recorded" | "credential-writes-recorded" | "admission-writes-recorded" | "workload-writes-recorded" | "cluster-writes-recorded" | "failed-authentication-recorded" | "anonymous-recorded" | "everything-recorded" | "cis-3.2.1" | "cis-3.2.2";
/** That a policy does not keep a bound. */
interface Breach {
  /** The index of the bound in the guarantee. */
  readonly bound: number;
  /** What it asks for. */
  readonly asked: Bound;
  /** A request that shows it, and how it is decided; none where some request was asked for, and there is none. */
  readonly witness?: RequestAttributes;
  readonly decision?: Decision;
}
/** One change to a policy. The numbers of rules are those that they have before any of the changes. */
type PolicyChange = {
  readonly title: string;
} & ({
  /** Rules to put in, in this order. */readonly insert: readonly PolicyRule[]; /** The rule that they stand before; the number of rules for the end. */
  readonly before: number;
} | {
  readonly rule: number;
  readonly level: Level;
} | {
  readonly rule: number;
  readonly userGroups: readonly string[];
} | {
  /** Whose `omitStages` no longer has the stages: the rule's or, of `null`, the policy's. */readonly rule: number | null;
  readonly keepStages: readonly Stage[];
});
/** What would mend some bounds of a guarantee. */
interface Mend {
  /** The indexes of the bounds that the policy would then keep. */
  readonly bounds: readonly number[];
  readonly changes: readonly PolicyChange[];
  /** The policy with the changes; it is proved to keep the bounds. */
  readonly policy: Policy;
}
/** Guarantees that belong together. */
interface GuaranteePack {
  /** What they come to. */
  readonly title: string;
  readonly guarantees: readonly GuaranteeName[];
}
/** The name of a pack: of guarantees against leaks, and of what CIS and PCI DSS ask for. */
type PackName = "leaks" | "cis" | "pci";
/** The packs, by name. */
declare const PACKS: Readonly<Record<PackName, GuaranteePack>>;
/** What a guarantee is about. */
interface GuaranteeOptions {
  /** What it is about, in place of what it is about of itself; not every guarantee takes other resources. */
  readonly resources?: readonly GroupResources[] | undefined;
}
/**
* The guarantee of that name; of those that are about a list of resources, for others as well.
*
* @throws GenAuditError `unknown-guarantee` for an unknown name, with the near miss, and `bad-input` for resources where it
* takes none, or for none of them.
*
* @example
* guarantee("no-secret-bodies").title; // What is stored in Secrets stays out of the log
* const rollouts = [{ group: "argoproj.io", resources: ["rollouts"] }];
* guarantee("workload-writes-recorded", { resources: rollouts }).title; // Each write to rollouts.argoproj.io is recorded
*/
declare function guarantee(name: string, {
  resources
}?: GuaranteeOptions): Guarantee;
/** The names of all guarantees, in the order in which they are listed. */
declare const GUARANTEE_NAMES: readonly GuaranteeName[];
/** What there is to know of a guarantee before it is asked for. */
interface GuaranteeSummary {
  readonly name: GuaranteeName;
  readonly title: string;
  /** The packs that it is in. */
  readonly packs: readonly PackName[];
  /** What it is about, where it takes other resources as well. */
  readonly resources?: readonly GroupResources[];
}
/**
* The guarantees that there are, and the packs that they are in.
*
* @example
* listGuarantees().filter(({ packs }) => packs.includes("leaks")).map(({ name }) => name).join(", ");
* // no-secret-bodies, no-configmap-bodies, no-token-bodies
*/
declare function listGuarantees(): readonly GuaranteeSummary[];
/**
* The guarantees of a pack: `leaks`, `cis` or `pci`.
*
* @throws GenAuditError `unknown-guarantee` for an unknown pack, with the near miss.
*
* @example
* guaranteesOfPack("cis").map(({ name }) => name).join(", "); // cis-3.2.1, cis-3.2.2
*/
declare function guaranteesOfPack(pack: string): readonly Guarantee[];
/** Whether a policy keeps a guarantee, and why not. */
interface Proof {
  /** The name of the guarantee. */
  readonly guarantee: string;
  readonly title?: string;
  /** `proved` is so for every request of the reading; `unknown` says that the search gave up. */
  readonly result: "proved" | "broken" | "unknown";
  /** A request that breaks it, of the first rule in the policy that does; or one that it asks for. It has been through `evaluate`. */
  readonly witness?: RequestAttributes;
  readonly decision?: Decision;
  /** One for each of its bounds and each rule that breaks it, in the order of the rules. */
  readonly breaches: readonly Breach[];
  /** If broken: what would mend all of it or, where there is no such thing, single bounds. */
  readonly mends: readonly Mend[];
  /** If it is broken formally alone: the reading by which it is proved. */
  readonly provedBy?: "real-identities";
}
/**
* Proves that a policy keeps a guarantee, or says how it breaks it and what would mend that.
*
* By default the proof is formal, for every request that kube-apiserver's evaluator can be handed: a user may be in whatever
* groups. With `reading: "real-identities"` it is for requests as Kubernetes' own authenticators and API make them.
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const proof = proveGuarantee(getPreset("gce").policy, guarantee("no-token-bodies"));
* proof.result; // broken
* proof.witness && printRequest(proof.witness); // create serviceaccounts/token web-0 -n default --as jane
* proof.decision?.rule; // 12
* proof.mends[0].changes[0].title; // insert before rules[12]
* proveGuarantee(proof.mends[0].policy, guarantee("no-token-bodies")).result; // proved
*/
declare function proveGuarantee(policy: Policy, {
  name,
  title,
  bounds
}: Guarantee, options?: AnalysisOptions): Proof;
/** How a file of guarantees is read. */
interface ParseGuaranteesOptions {
  /** The name of the file, for errors; `guarantees.yaml` if not given. */
  readonly file?: string | undefined;
  /** The API server's release, for what is built in. */
  readonly kubernetesVersion?: string | undefined;
}
/**
* Reads guarantees of a user's own: YAML or JSON with `guarantees`, each with a `name` and what it asks for.
*
* @throws GenAuditError `bad-input` for what asks for nothing, is about no request, or cannot be, with file and line; `unknown-version` if
* `kubernetesVersion` is no release.
*
* @example
* const [own] = parseGuarantees(`
* guarantees:
*   - name: configmap-reads-recorded
*     requests: [{ verbs: [get, list], resources: [{ group: "", resources: [configmaps] }] }]
*     atLeast: Metadata
* `);
* proveGuarantee(getPreset("metadata-only").policy, own).result; // proved
*/
declare function parseGuarantees(text: string, options?: ParseGuaranteesOptions): readonly Guarantee[];
/** The provider's policy that is nearest to the user's. */
interface ProviderMatch {
  /** What the provider calls it: a profile of OpenShift, a log of AKS. */
  readonly name: string;
  /** The preset that it is. */
  readonly preset: ProviderPolicy["preset"];
  /** What changes where the provider's policy takes the place of the user's. */
  readonly comparison: PolicyComparison;
}
/** A rendering, and for a control plane that is not the user's what its provider records instead of the policy. */
interface ProvidedRendering extends Rendering {
  readonly provider?: ProviderMatch;
}
/**
* A policy as the files that a cluster tool takes, with the steps to apply and to verify them.
*
* What the target cannot express, or none of its API servers takes, is an error among the diagnostics; there are no files
* then. What else there is to say of the policy, `validatePolicy` says.
*
* OpenShift, EKS, AKS and GKE take no policy. What they record is published, and where one of their policies decides every
* request as the given one does, which is proved, the files ask for that. Else it is an error; `provider` then has the nearest
* of them, and what it records otherwise, with a request for each difference, and the steps are those that ask for it.
*
* @throws GenAuditError `unknown-target`; `unknown-version` for a version that the target does not have, and for a release of
*   Kubernetes that there is not or that it does not run; `unknown-form`; `bad-setting` for a value that no kube-apiserver takes.
*
* @example
* const { policy } = getPreset("metadata-only");
* const { artifacts } = renderTarget({ policy, target: "kops@1.25", settings: { auditLogMaxAge: 14 } });
* artifacts[0]?.path; // kops-fragment.yaml
* const { provider } = renderTarget({ policy, target: "openshift" });
* provider?.name; // Default
*/
declare function renderTarget(request: RenderRequest): ProvidedRendering;
/**
* A kOps cluster with a fragment merged in: `kubeAPIServer` by key, `fileAssets` by what they are, all else as it was.
*
* Takes a whole Cluster (an object with `kind: Cluster`) or its `spec`, and returns the same. An asset of the fragment
* takes the place of the one that `auditPolicyFile` names, else of one with its path or its name; that keeps its name.
* Merging twice is merging once, and the arguments stay as they are.
*
* A key that an older fragment set and this one does not is kept: nothing tells whose it was. `putIntoText` does the same
* to a file, and `putIntoObject` to what other targets have.
*
* @throws GenAuditError `bad-input` for what is no kOps cluster, or has a value where a list or a mapping belongs.
*
* @example
* const { policy } = getPreset("metadata-only");
* const { fragment } = kopsFragment({ policy });
* const spec = { kubeAPIServer: { anonymousAuth: false, auditLogMaxAge: 3 } };
* const { kubeAPIServer } = fragment ? mergeFragment(spec, fragment) : spec;
* kubeAPIServer.anonymousAuth; // false
* kubeAPIServer.auditLogMaxAge; // 30
*/
declare function mergeFragment<Cluster extends object>(cluster: Cluster, fragment: KopsFragment): Cluster;
/**
* Settings from outside: JSON, a form, a command line. A value is given as itself or as the text of its flag
* (`30` or `"30"`), and comes back as `renderTarget` writes it (`60s` as `1m0s`).
*
* @throws GenAuditError `bad-setting` with the flag, the value and what the flag takes; and for a setting that there is not.
*
* @example
* parseSettings({ auditLogMaxAge: "14", auditWebhookBatchMaxWait: "60s" });
* // {"auditLogMaxAge":14,"auditWebhookBatchMaxWait":"1m0s"}
*/
declare function parseSettings(input: unknown): AuditSettings;
/**
* Why a rule or an entry could go, in one line.
*
* @example
* describeRemoval({ rule: 3, path: "rules[3]", reason: "shadowed", by: [0, 1] });
* // rules[3] went: all its requests go to rules[0] and rules[1]
*/
declare function describeRemoval({
  path,
  reason,
  by,
  rule
}: Removal): string;
/**
* A set of requests in one phrase: `create on serviceaccounts/token in kube-system by any user`.
*
* @example
* const { differences } = comparePolicies(getPreset("gce").policy, getPreset("gce-upstream").policy);
* describeRequests(differences[0].requests);
* // get on configmaps in kube-system by system:unsecured, cluster-autoscaler
*/
declare function describeRequests(requests: RequestSet): string;
/** The policies that were compared, as their reader calls them. */
interface ComparedNames {
  readonly before: string;
  readonly after: string;
}
/**
* A comparison as text: what the second policy records more or less, then each difference with its requests, what was and
* what is recorded, a request that shows it, and the rules that decide that. Of more than `most` the rest is counted.
*
* @example
* const names = { before: "gce", after: "gce-upstream" };
* const comparison = comparePolicies(getPreset("gce").policy, getPreset("gce-upstream").policy);
* printComparison(comparison, names).split("\n")[2];
* // get on configmaps in kube-system by system:unsecured, cluster-autoscaler: Metadata → None
*/
declare function printComparison(comparison: PolicyComparison, names: ComparedNames, most?: number): string;
/**
* A comparison as Markdown, for a comment on a pull request.
*
* @example
* const names = { before: "main", after: "this change" };
* const { policy } = getPreset("gce");
* printComparisonMarkdown(comparePolicies(policy, policy), names);
* // **Audit policy**: 0 differences: main and this change decide every request alike
*/
declare function printComparisonMarkdown(comparison: PolicyComparison, names: ComparedNames): string;
/** How diagnostics are shown. */
interface PrintDiagnosticsOptions {
  /** Whether the text goes to a terminal that shows colors; color only repeats the words. */
  readonly color?: boolean;
}
/**
* Diagnostics as text for a terminal or a log, each with its place, the line it is about, and the way out.
*
* @example
* printDiagnostics(parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n").diagnostics);
* // policy.yaml:4:10: error: unknown level "metadata"; did you mean "Metadata"? [unknown-level]
* //     4 | - level: metadata
* //       |          ^^^^^^^^
* //   help: levels are None, Metadata, Request, RequestResponse
*/
declare function printDiagnostics(diagnostics: readonly Diagnostic[], options?: PrintDiagnosticsOptions): string;
/** Where a rule comes from. */
interface RuleSource {
  readonly policy: Policy;
  /** The text of the file, and where its rules stand; without them the rule is shown as `printPolicy` writes it. */
  readonly text?: string;
  readonly ruleLocations?: readonly Location[];
}
/** What an explanation is about. */
interface ExplanationSource extends RuleSource {
  /** The name of its file, or of the preset. */
  readonly name: string;
  /** Why each rule is there, by its index. */
  readonly reasons?: readonly (string | undefined)[];
}
/**
* An explanation as text: what is recorded and when, the rule that applies with its lines, and why each earlier one does
* not match.
*
* @example
* const { policy } = getPreset("metadata-only");
* const { request } = parseRequest("get pods web-0 -n prod --as jane");
* printExplanation(explain(policy, request), { policy, name: "metadata-only" });
* // Metadata, recorded at ResponseComplete
* //
* //   request  get pods web-0 in namespace prod
* //   user     jane (system:authenticated)
* //   rule     rules[0] of metadata-only
* //
* //     - level: Metadata
* //       omitStages:
* //         - RequestReceived
*/
declare function printExplanation(explanation: Explanation, source: ExplanationSource): string;
/**
* Diagnostics as workflow commands, which GitHub Actions shows beside the lines they are about.
*
* Upstream: `actions/toolkit` `packages/core/src/command.ts`; `actions/runner`
* `src/Runner.Worker/ActionCommandManager.cs`, `ValidateLinesAndColumns`
*
* @example
* printGitHubAnnotations(parsePolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: metadata\n").diagnostics);
* // ::error file=policy.yaml,line=4,endLine=4,col=10,endColumn=17,title=gen-audit (unknown-level)::unknown level "metadata"; did you mean "Metadata"?%0Ahelp: levels are None, Metadata, Request, RequestResponse
*/
declare function printGitHubAnnotations(diagnostics: readonly Diagnostic[]): string;
/** The policy that proofs are about. */
interface ProvedSource extends RuleSource {
  /** The name of its file, or of the preset. */
  readonly name: string;
  /** Where a field stands; without it the rule is shown as `printPolicy` writes it. */
  readonly place?: (path: FieldPath) => Place;
}
/**
* Proofs as text: one line for each guarantee and, of one that is broken, for each rule that breaks it a request, what is
* recorded of it and the lines it is about; then what would mend it.
*
* @example
* const { policy } = getPreset("gce-upstream");
* const proofs = ["no-token-bodies", "exec-recorded"].map((name) => proveGuarantee(policy, guarantee(name)));
* printProofs(proofs, { policy, name: "gce-upstream" });
* // proved   no-token-bodies  Tokens that are given out or asked about stay out of the log
* // proved   exec-recorded    Each command in a container, attachment to one and forwarded port is recorded
*/
declare function printProofs(proofs: readonly Proof[], source: ProvedSource): string;
/** What the log says beside the diagnostics. */
interface PrintSarifOptions {
  /** Diagnostics that comments say to leave; they are there as suppressed results. */
  readonly ignored?: readonly IgnoredDiagnostic[];
  /** What the fix of a diagnostic changes in its file. */
  readonly replacements?: (diagnostic: Diagnostic) => readonly TextReplacement[] | undefined;
}
/** A stretch of a text, as `Location` says it, and what takes its place; it is empty where something is put in. */
interface TextReplacement extends Omit<Location, "file" | "frame"> {
  readonly text: string;
}
/**
* Diagnostics as a SARIF 2.1.0 log, which code scanning services read. Fingerprints are left to them: they know the lines
* of the revisions before.
*
* @example
* const log = JSON.parse(printSarif(parsePolicy("kind: Policy\nrules: []\n", { file: "a b.yaml" }).diagnostics));
* const [{ tool, results }] = log.runs;
* tool.driver.rules[1].id; // no-rules
* results[1].level; // error
* results[1].locations[0].physicalLocation.artifactLocation; // { uri: "a%20b.yaml", uriBaseId: "%SRCROOT%" }
*/
declare function printSarif(diagnostics: readonly Diagnostic[], options?: PrintSarifOptions): string;
/** The name of a check: of KICS, of Kubescape, or of the DISA STIG. */
type ScannerCheckName = "kics-1828a670" | "kubescape-c-0161" | "stig-v-242403";
/** What a scanner or an assessor says of the text of a policy, which is not what the policy does. */
interface ScannerCheck {
  readonly check: ScannerCheckName;
  /** Whose check it is, and what they call it. */
  readonly title: string;
  readonly passed: boolean;
  /** The first rule that fails it, where it is a rule that does, and not the lack of one. */
  readonly rule?: number;
  /** What is missed, in one line; absent where it is passed. */
  readonly reason?: string;
}
/**
* What KICS, Kubescape and the check text of the DISA STIG say of a policy.
*
* They look at how rules are written, not at what is recorded: a policy that passes may write every Secret into the log, and one
* that fails may record all that they ask for. No policy passes all three.
*
* @example
* const { policy } = auditPolicy().otherwise("RequestResponse").build();
* checkScanners(policy).map(({ check, passed }) => `${check} ${passed}`).join(", ");
* // kics-1828a670 false, kubescape-c-0161 false, stig-v-242403 true
*/
declare function checkScanners(policy: Policy): readonly ScannerCheck[];
/**
* What scanners say of a policy as text: a line that says what it is worth, then one for each check.
*
* @example
* const { policy } = auditPolicy().otherwise("Request").build();
* printScannerChecks(checkScanners(policy)).split("\n").at(-2);
* // "  stig-v-242403 failed: rules[0] is at Request instead of RequestResponse"
*/
declare function printScannerChecks(checks: readonly ScannerCheck[]): string;
/**
* What changes in a file, as `git apply` and `patch -p1` take it; empty if nothing does.
*
* @example
* const lines = printUnifiedDiff("policy.yaml", "a\nb\n", "a\nc\n").split("\n");
* lines.slice(0, 2).join(", "); // --- a/policy.yaml, +++ b/policy.yaml
* lines.slice(3, 6); // [" a", "-b", "+c"]
*/
declare function printUnifiedDiff(file: string, before: string, after: string): string;
/** A JSON object of an audit log, and where it stands. */
interface LoggedEvent {
  readonly event: unknown;
  /** The line that it begins on, from 1; absent inside of a list. */
  readonly line?: number;
}
/**
* The events of an audit log: one JSON object, one on each line as kube-apiserver writes them, or an `EventList` as it sends
* them to a webhook. Whether they are audit events, `requestFromEvent` says. `file` is how errors call the text.
*
* @throws GenAuditError `bad-input` for what is no JSON, with the line.
*
* @example
* parseEvents('{"kind":"Event"}\n{"kind":"Event"}\n').length; // 2
*/
declare function parseEvents(text: string, file?: string): readonly LoggedEvent[];
/** A request, and what a reader should know of how it was understood. */
interface ParsedRequest {
  readonly request: RequestAttributes;
  readonly notes: readonly string[];
}
/** How a request is understood. */
interface ParseRequestOptions {
  /** The release whose built-in resources are known, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}
/**
* Reads a request written on one line, as `gen-audit explain` takes it: `create pods/exec web-0 -n prod --as jane`, or
* `GET /api/v1/pods?watch=1 --as jane`.
*
* A resource is `RESOURCE[.GROUP][/SUBRESOURCE]`; a built-in one finds its group. `--as` adds the groups that Kubernetes itself
* gives the name, unless `--no-implied-groups` is there; `--as-failed` is a request that fails authentication.
*
* @throws GenAuditError `bad-input` for what is no request, with what would be one; `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* parseRequest("create pods/exec web-0 -n prod --as jane").request;
* // ({
* //   user: { name: "jane", groups: ["system:authenticated"] },
* //   verb: "create",
* //   resource: { apiGroup: "", resource: "pods", subresource: "exec", namespace: "prod", name: "web-0" },
* // })
* parseRequest("GET /healthz --as-failed").request.user; // null
*/
declare function parseRequest(text: string, {
  kubernetesVersion
}?: ParseRequestOptions): ParsedRequest;
/**
* A request on one line, as `parseRequest` and `gen-audit explain` take it.
*
* Every part is written out, so that nothing hangs on what a reader would fill in: the group of a resource, the namespace or
* `-A`, and, where a user is not in the groups that the name implies, `--no-implied-groups`.
*
* @example
* const user = { name: "jane", groups: ["devs", "system:authenticated"] };
* printRequest({ user, verb: "get", path: "/healthz" }); // GET /healthz --as jane --as-group devs
* printRequest({ user: null, verb: "list", resource: { apiGroup: "apps", resource: "deployments" } });
* // list deployments.apps -A --as-failed
*/
declare function printRequest(request: RequestAttributes): string;
/**
* The attributes of the request that an event of an audit log is about, as they were when its policy was evaluated.
*
* They are read from the event's URL. Its `objectRef` is filled in later from the body (the name of an object that is being
* created, say), and only counts where the log carries no URL. An impersonated user never counts.
*
* Upstream: `k8s.io/apiserver` `pkg/audit/request.go`, `LogRequestMetadata`, `LogRequestObject`
*
* @throws GenAuditError `bad-input` if it is no audit event, or says neither URL nor object.
*
* @example
* const event = {
*   kind: "Event",
*   apiVersion: "audit.k8s.io/v1",
*   requestURI: "/api/v1/namespaces/prod/pods",
*   verb: "create",
*   user: { username: "jane", groups: ["devs"] },
*   objectRef: { resource: "pods", namespace: "prod", name: "web-0", apiVersion: "v1" },
* };
* requestFromEvent(event).resource?.name; // ""
*/
declare function requestFromEvent(event: unknown): RequestAttributes;
/**
* The attributes of an HTTP request, as kube-apiserver computes them before it audits.
*
* The method counts as it is spelled: `get` is none that a resource knows. The URL is the path with its query; a scheme and
* a host in front of it are passed over. Nothing is known here of what the server serves: a request that ends in 404 has
* attributes like any other. The user of a request that fails authentication is `null`.
*
* Upstream: `k8s.io/apiserver` `pkg/endpoints/request/requestinfo.go`, `NewRequestInfo`
*
* @throws GenAuditError `bad-input` for a URL that is no request's, and for what is answered and not audited: `OPTIONS *`, and
* `/api/v1/watch` and `/api/v1/proxy` with nothing behind.
*
* @example
* const jane = { name: "jane", groups: ["system:authenticated"] };
* requestFromHttp("GET", "/api/v1/namespaces/prod/pods?watch=1", jane).verb; // watch
* requestFromHttp("POST", "/api/v1/namespaces/prod/pods/web-0/exec", jane).resource?.subresource; // exec
*/
declare function requestFromHttp(method: string, url: string, user: UserInfo | null): RequestAttributes;
/** Which API server loads the policy, and where its fields stand. */
interface ValidatePolicyOptions {
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
  /** Where a field stands in a text; without it diagnostics carry paths only. */
  readonly place?: (path: FieldPath) => Place;
}
/**
* What kube-apiserver says of a policy when it loads it: an error for each value that it refuses, a warning for what the
* given release drops, an info for lists that constrain nothing.
*
* Upstream: `k8s.io/apiserver` `pkg/apis/audit/validation/validation.go`, `ValidatePolicy`; `pkg/audit/policy/reader.go`
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* validatePolicy({ apiVersion: "audit.k8s.io/v1", kind: "Policy", rules: [{ level: "metadata" }] })[0].message;
* // unknown level "metadata"; did you mean "Metadata"?
*/
declare function validatePolicy(policy: UncheckedPolicy, options?: ValidatePolicyOptions): readonly Diagnostic[];
export { AUDIT_FLAGS, type AddRule, type AnalysisOptions, type ApiResource, type AppliedFix, type Artifact, type AuditExpectation, type AuditFlag, type AuditFlagCondition, type AuditFlagType, type AuditPolicyOptions, type AuditSettings, type Bound, type Breach, type CaseResult, type CombineOptions, type ComparePoliciesOptions, type ComparedNames, type ComposePresetOptions, type ComposedOf, type Composition, DEFAULT_SETTINGS, type Data, type DataObject, type DecidedApart, type DecidedRequest, type Decision, type Diagnostic, type DocumentChange, type DroppedPart, type EvaluateOptions, type Evaluator, type Evidence, type ExpectedDecision, type Explanation, type ExplanationSource, type FieldPath, type FindDifferenceOptions, type Fix, type FixOptions, type FixablePolicy, type FixedText, type FoundRequest, type Fragment, type FragmentName, type FragmentParameters, type FragmentRule, type FragmentUse, GUARANTEE_NAMES, GenAuditError, type GenAuditErrorCode, type GroupResources, type GroupedResources, type Guarantee, type GuaranteeName, type GuaranteeOptions, type GuaranteePack, type GuaranteeSummary, type IgnoreOptions, type IgnoredDiagnostic, type IgnoredFindings, type KnownFault, type KopsFileAsset, type KopsFragment, type KopsFragmentRequest, LEVELS, type Level, type LevelLimit, type LevelLimits, type Limited, type LintOptions, type LintSource, type LintedPolicy, type Location, type LoggedEvent, type MatcherResult, type Mend, type MinimizeOptions, type MinimizedPolicy, NEWEST_KUBERNETES, type NameSet, type NamedResources, type NonResourceRequest, type NonResourceSelector, type NonResourceURL, NotComposableError, OLDEST_KUBERNETES, PACKS, PRESET_NAMES, type PackName, type Parameter, type ParseGuaranteesOptions, type ParsePolicyOptions, type ParseRequestOptions, type ParsedPolicy, type ParsedRequest, type Place, type Placement, type PlannedChanges, type Policy, type PolicyBuilder, type PolicyCase, type PolicyChange, type PolicyComparison, type PolicyDifference, type PolicyEdit, type PolicyPart, type PolicyRule, type PolicySource, type PolicyTestResult, type Preset, type PresetFile, type PresetName, type PrintDiagnosticsOptions, type PrintPolicyOptions, type PrintSarifOptions, type Proof, type ProvedSource, type ProvidedRendering, type ProviderMatch, type PutObject, type PutText, type PutTextRequest, type Reading, type Recording, type RedundantRules, type RefusedFix, type RelatedPlace, type Relation, type Removal, type RenderRequest, type Rendering, type RepeatedEntry, type RequestAttributes, type RequestAuditConfig, type RequestQuery, type RequestSelector, type RequestSet, type RequesterSelector, type ResourceAttributes, type ResourceRequest, type ResourceSelector, type ResourceSet, type ResourcesOfGroup, type RuleOptions, type RuleOrigin, type RuleSelector, type RuleTemplate, type RuleTrace, SLOTS, STAGES, type ScannerCheck, type ScannerCheckName, type Severity, type Slot, type SourceComment, type SourceLine, type SourceList, type SourceMap, type SourceNode, type SourceScalar, type Stage, type Steps, type TargetSummary, type TextChange, type TextReplacement, type UncheckedPolicy, type UncheckedPolicyRule, type UnmatchedField, type UnreachableEntries, type UnreachableEntry, type UnreachableRule, type UnreachableRules, type UserInfo, type ValidatePolicyOptions, type Version, type VersionRange, type WebhookSettings, type WholeGroup, applyChanges, applyFixes, auditPolicy, checkScanners, comparePolicies, compileEvaluator, composePreset, composeSequence, composeStrictest, composeWidest, composeWithin, describeRemoval, describeRequests, editPolicy, evaluate, explain, findDifference, findProvedChanges, findRedundantRules, findRequest, findUnreachableEntries, findUnreachableRules, getFragment, getPreset, groupsOf, guarantee, guaranteesOfPack, hasFatalError, ignoreFindings, isLongRunning, kopsFragment, kubernetesOfTarget, lintPolicy, listApiResources, listFragments, listGuarantees, listPresets, listTargets, mergeFragment, minimizePolicy, parseEvents, parseGuarantees, parseLimit, parsePolicies, parsePolicy, parseRequest, parseSettings, parseVersion, planChanges, policyMatchers, printComparison, printComparisonMarkdown, printDiagnostics, printExplanation, printGitHubAnnotations, printPolicy, printProofs, printRequest, printSarif, printScannerChecks, printUnifiedDiff, printVersion, proveGuarantee, putIntoObject, putIntoText, readFragmentFile, readPresetFile, renderTarget, requestFromEvent, requestFromHttp, settingsOfFlags, strictest, testPolicy, validatePolicy, widest };
// kubernetes.d.ts
import { a as WholeGroup, c as ResourceVerb, l as AnyName, o as ApiVerb, p as Exact, r as ResourceWord, s as MethodVerb, t as KnownResource } from "./shared2.js";

/** The core group, `""`. */
declare const core: CoreGroup;
/** The core group, `""`, with its resources. */
interface CoreGroup extends WholeGroup {
  readonly group: "";
  /** Binding, in a namespace. */
  readonly bindings: ResourceWord<"create">;
  /** ComponentStatus, of the cluster. */
  readonly componentstatuses: ResourceWord<"get" | "list">;
  /** ConfigMap, in a namespace. */
  readonly configmaps: ResourceWord<ApiVerb>;
  /** Endpoints, in a namespace. */
  readonly endpoints: ResourceWord<ApiVerb>;
  /** Event, in a namespace. */
  readonly events: ResourceWord<ApiVerb>;
  /** LimitRange, in a namespace. */
  readonly limitranges: ResourceWord<ApiVerb>;
  /** Namespace, of the cluster. */
  readonly namespaces: ResourceWord<"create" | "delete" | "get" | "list" | "patch" | "update" | "watch"> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<"create" | "delete" | "get" | "list" | "patch" | "update" | "watch">;
    readonly finalize: ResourceWord<"update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Node, of the cluster. */
  readonly nodes: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly proxy: ResourceWord<"create" | "delete" | "get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PersistentVolumeClaim, in a namespace. */
  readonly persistentvolumeclaims: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PersistentVolume, of the cluster. */
  readonly persistentvolumes: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Pod, in a namespace. */
  readonly pods: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly attach: ResourceWord<"create" | "get">;
    readonly binding: ResourceWord<"create">; /** Since Kubernetes 1.21. */
    readonly ephemeralcontainers: ResourceWord<"get" | "patch" | "update">;
    readonly eviction: ResourceWord<"create">;
    readonly exec: ResourceWord<"create" | "get">;
    readonly log: ResourceWord<"get">;
    readonly portforward: ResourceWord<"create" | "get">;
    readonly proxy: ResourceWord<"create" | "delete" | "get" | "patch" | "update">; /** Since Kubernetes 1.32. */
    readonly resize: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PodTemplate, in a namespace. */
  readonly podtemplates: ResourceWord<ApiVerb>;
  /** ReplicationController, in a namespace. */
  readonly replicationcontrollers: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ResourceQuota, in a namespace. */
  readonly resourcequotas: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Secret, in a namespace. */
  readonly secrets: ResourceWord<ApiVerb>;
  /** ServiceAccount, in a namespace. */
  readonly serviceaccounts: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly token: ResourceWord<"create">;
  };
  /** Service, in a namespace. */
  readonly services: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly proxy: ResourceWord<"create" | "delete" | "get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `admissionregistration.k8s.io`. */
declare const admissionregistration: AdmissionregistrationGroup;
/** The group `admissionregistration.k8s.io`, with its resources. */
interface AdmissionregistrationGroup extends WholeGroup {
  readonly group: "admissionregistration.k8s.io";
  /** MutatingAdmissionPolicy, of the cluster. Since Kubernetes 1.32. */
  readonly mutatingadmissionpolicies: ResourceWord<ApiVerb>;
  /** MutatingAdmissionPolicyBinding, of the cluster. Since Kubernetes 1.32. */
  readonly mutatingadmissionpolicybindings: ResourceWord<ApiVerb>;
  /** MutatingWebhookConfiguration, of the cluster. */
  readonly mutatingwebhookconfigurations: ResourceWord<ApiVerb>;
  /** ValidatingAdmissionPolicy, of the cluster. Since Kubernetes 1.26. */
  readonly validatingadmissionpolicies: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.27. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ValidatingAdmissionPolicyBinding, of the cluster. Since Kubernetes 1.26. */
  readonly validatingadmissionpolicybindings: ResourceWord<ApiVerb>;
  /** ValidatingWebhookConfiguration, of the cluster. */
  readonly validatingwebhookconfigurations: ResourceWord<ApiVerb>;
}
/** The group `apiextensions.k8s.io`. */
declare const apiextensions: ApiextensionsGroup;
/** The group `apiextensions.k8s.io`, with its resources. */
interface ApiextensionsGroup extends WholeGroup {
  readonly group: "apiextensions.k8s.io";
  /** CustomResourceDefinition, of the cluster. */
  readonly customresourcedefinitions: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `apiregistration.k8s.io`. */
declare const apiregistration: ApiregistrationGroup;
/** The group `apiregistration.k8s.io`, with its resources. */
interface ApiregistrationGroup extends WholeGroup {
  readonly group: "apiregistration.k8s.io";
  /** APIService, of the cluster. */
  readonly apiservices: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `apps`. */
declare const apps: AppsGroup;
/** The group `apps`, with its resources. */
interface AppsGroup extends WholeGroup {
  readonly group: "apps";
  /** ControllerRevision, in a namespace. */
  readonly controllerrevisions: ResourceWord<ApiVerb>;
  /** DaemonSet, in a namespace. */
  readonly daemonsets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Deployment, in a namespace. */
  readonly deployments: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ReplicaSet, in a namespace. */
  readonly replicasets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** StatefulSet, in a namespace. */
  readonly statefulsets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly scale: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `authentication.k8s.io`. */
declare const authentication: AuthenticationGroup;
/** The group `authentication.k8s.io`, with its resources. */
interface AuthenticationGroup extends WholeGroup {
  readonly group: "authentication.k8s.io";
  /** SelfSubjectReview, of the cluster. Since Kubernetes 1.26. */
  readonly selfsubjectreviews: ResourceWord<"create">;
  /** TokenReview, of the cluster. */
  readonly tokenreviews: ResourceWord<"create">;
}
/** The group `authorization.k8s.io`. */
declare const authorization: AuthorizationGroup;
/** The group `authorization.k8s.io`, with its resources. */
interface AuthorizationGroup extends WholeGroup {
  readonly group: "authorization.k8s.io";
  /** LocalSubjectAccessReview, in a namespace. */
  readonly localsubjectaccessreviews: ResourceWord<"create">;
  /** SelfSubjectAccessReview, of the cluster. */
  readonly selfsubjectaccessreviews: ResourceWord<"create">;
  /** SelfSubjectRulesReview, of the cluster. */
  readonly selfsubjectrulesreviews: ResourceWord<"create">;
  /** SubjectAccessReview, of the cluster. */
  readonly subjectaccessreviews: ResourceWord<"create">;
}
/** The group `autoscaling`. */
declare const autoscaling: AutoscalingGroup;
/** The group `autoscaling`, with its resources. */
interface AutoscalingGroup extends WholeGroup {
  readonly group: "autoscaling";
  /** HorizontalPodAutoscaler, in a namespace. */
  readonly horizontalpodautoscalers: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `batch`. */
declare const batch: BatchGroup;
/** The group `batch`, with its resources. */
interface BatchGroup extends WholeGroup {
  readonly group: "batch";
  /** CronJob, in a namespace. */
  readonly cronjobs: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Job, in a namespace. */
  readonly jobs: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `certificates.k8s.io`. */
declare const certificates: CertificatesGroup;
/** The group `certificates.k8s.io`, with its resources. */
interface CertificatesGroup extends WholeGroup {
  readonly group: "certificates.k8s.io";
  /** CertificateSigningRequest, of the cluster. */
  readonly certificatesigningrequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly approval: ResourceWord<"get" | "patch" | "update">;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ClusterTrustBundle, of the cluster. Since Kubernetes 1.27. */
  readonly clustertrustbundles: ResourceWord<ApiVerb>;
  /** PodCertificateRequest, in a namespace. Since Kubernetes 1.34. */
  readonly podcertificaterequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.34. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `coordination.k8s.io`. */
declare const coordination: CoordinationGroup;
/** The group `coordination.k8s.io`, with its resources. */
interface CoordinationGroup extends WholeGroup {
  readonly group: "coordination.k8s.io";
  /** LeaseCandidate, in a namespace. Since Kubernetes 1.31. Beta. */
  readonly leasecandidates: ResourceWord<ApiVerb>;
  /** Lease, in a namespace. */
  readonly leases: ResourceWord<ApiVerb>;
}
/** The group `discovery.k8s.io`. */
declare const discovery: DiscoveryGroup;
/** The group `discovery.k8s.io`, with its resources. */
interface DiscoveryGroup extends WholeGroup {
  readonly group: "discovery.k8s.io";
  /** EndpointSlice, in a namespace. */
  readonly endpointslices: ResourceWord<ApiVerb>;
}
/** The group `events.k8s.io`. */
declare const events: EventsGroup;
/** The group `events.k8s.io`, with its resources. */
interface EventsGroup extends WholeGroup {
  readonly group: "events.k8s.io";
  /** Event, in a namespace. */
  readonly events: ResourceWord<ApiVerb>;
}
/** The group `extensions`. */
declare const extensions: ExtensionsGroup;
/** The group `extensions`, with its resources. */
interface ExtensionsGroup extends WholeGroup {
  readonly group: "extensions";
  /**
  * Ingress, in a namespace.
  * @deprecated Kubernetes 1.21 was the last to serve it.
  */
  readonly ingresses: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    /**
    * @deprecated Kubernetes 1.21 was the last to serve it.
    */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `flowcontrol.apiserver.k8s.io`. */
declare const flowcontrol: FlowcontrolGroup;
/** The group `flowcontrol.apiserver.k8s.io`, with its resources. */
interface FlowcontrolGroup extends WholeGroup {
  readonly group: "flowcontrol.apiserver.k8s.io";
  /** FlowSchema, of the cluster. */
  readonly flowschemas: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PriorityLevelConfiguration, of the cluster. */
  readonly prioritylevelconfigurations: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `internal.apiserver.k8s.io`. */
declare const internal: InternalGroup;
/** The group `internal.apiserver.k8s.io`, with its resources. */
interface InternalGroup extends WholeGroup {
  readonly group: "internal.apiserver.k8s.io";
  /** StorageVersion, of the cluster. Since Kubernetes 1.20. Alpha. */
  readonly storageversions: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.20. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `lifecycle.k8s.io`. */
declare const lifecycle: LifecycleGroup;
/** The group `lifecycle.k8s.io`, with its resources. */
interface LifecycleGroup extends WholeGroup {
  readonly group: "lifecycle.k8s.io";
  /** EvictionRequest, in a namespace. Since Kubernetes 1.37. Alpha. */
  readonly evictionrequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.37. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** Eviction, in a namespace. Since Kubernetes 1.37. Alpha. */
  readonly evictions: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.37. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `networking.k8s.io`. */
declare const networking: NetworkingGroup;
/** The group `networking.k8s.io`, with its resources. */
interface NetworkingGroup extends WholeGroup {
  readonly group: "networking.k8s.io";
  /**
  * ClusterCIDR, of the cluster. Since Kubernetes 1.25.
  * @deprecated Kubernetes 1.28 was the last to serve it.
  */
  readonly clustercidrs: ResourceWord<ApiVerb>;
  /** IngressClass, of the cluster. */
  readonly ingressclasses: ResourceWord<ApiVerb>;
  /** Ingress, in a namespace. */
  readonly ingresses: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** IPAddress, of the cluster. Since Kubernetes 1.27. */
  readonly ipaddresses: ResourceWord<ApiVerb>;
  /** NetworkPolicy, in a namespace. */
  readonly networkpolicies: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    /**
    * Since Kubernetes 1.24.
    * @deprecated Kubernetes 1.27 was the last to serve it.
    */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ServiceCIDR, of the cluster. Since Kubernetes 1.29. */
  readonly servicecidrs: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.29. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/** The group `node.k8s.io`. */
declare const nodeGroup: NodeGroup;
/** The group `node.k8s.io`, with its resources. */
interface NodeGroup extends WholeGroup {
  readonly group: "node.k8s.io";
  /** RuntimeClass, of the cluster. */
  readonly runtimeclasses: ResourceWord<ApiVerb>;
}
/** The group `policy`. */
declare const policy: PolicyGroup;
/** The group `policy`, with its resources. */
interface PolicyGroup extends WholeGroup {
  readonly group: "policy";
  /** PodDisruptionBudget, in a namespace. */
  readonly poddisruptionbudgets: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
  * PodSecurityPolicy, of the cluster.
  * @deprecated Kubernetes 1.24 was the last to serve it.
  */
  readonly podsecuritypolicies: ResourceWord<ApiVerb>;
}
/** The group `rbac.authorization.k8s.io`. */
declare const rbac: RbacGroup;
/** The group `rbac.authorization.k8s.io`, with its resources. */
interface RbacGroup extends WholeGroup {
  readonly group: "rbac.authorization.k8s.io";
  /** ClusterRoleBinding, of the cluster. */
  readonly clusterrolebindings: ResourceWord<ApiVerb>;
  /** ClusterRole, of the cluster. */
  readonly clusterroles: ResourceWord<ApiVerb>;
  /** RoleBinding, in a namespace. */
  readonly rolebindings: ResourceWord<ApiVerb>;
  /** Role, in a namespace. */
  readonly roles: ResourceWord<ApiVerb>;
}
/** The group `resource.k8s.io`. */
declare const resource: ResourceGroup;
/** The group `resource.k8s.io`, with its resources. */
interface ResourceGroup extends WholeGroup {
  readonly group: "resource.k8s.io";
  /** DeviceClass, of the cluster. Since Kubernetes 1.31. */
  readonly deviceclasses: ResourceWord<ApiVerb>;
  /** DeviceTaintRule, of the cluster. Since Kubernetes 1.33. */
  readonly devicetaintrules: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.35. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
  * PodSchedulingContext, in a namespace. Since Kubernetes 1.27.
  * @deprecated Kubernetes 1.31 was the last to serve it.
  */
  readonly podschedulingcontexts: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    /**
    * Since Kubernetes 1.27.
    * @deprecated Kubernetes 1.31 was the last to serve it.
    */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
  * PodScheduling, in a namespace. Since Kubernetes 1.26.
  * @deprecated Kubernetes 1.26 was the last to serve it.
  */
  readonly podschedulings: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    /**
    * Since Kubernetes 1.26.
    * @deprecated Kubernetes 1.26 was the last to serve it.
    */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /**
  * ResourceClaimParameters, in a namespace. Since Kubernetes 1.30.
  * @deprecated Kubernetes 1.30 was the last to serve it.
  */
  readonly resourceclaimparameters: ResourceWord<ApiVerb>;
  /** ResourceClaim, in a namespace. Since Kubernetes 1.26. */
  readonly resourceclaims: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.26. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ResourceClaimTemplate, in a namespace. Since Kubernetes 1.26. */
  readonly resourceclaimtemplates: ResourceWord<ApiVerb>;
  /**
  * ResourceClass, of the cluster. Since Kubernetes 1.26.
  * @deprecated Kubernetes 1.30 was the last to serve it.
  */
  readonly resourceclasses: ResourceWord<ApiVerb>;
  /**
  * ResourceClassParameters, in a namespace. Since Kubernetes 1.30.
  * @deprecated Kubernetes 1.30 was the last to serve it.
  */
  readonly resourceclassparameters: ResourceWord<ApiVerb>;
  /** ResourcePoolStatusRequest, of the cluster. Since Kubernetes 1.36. Alpha. */
  readonly resourcepoolstatusrequests: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.36. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** ResourceSlice, of the cluster. Since Kubernetes 1.30. */
  readonly resourceslices: ResourceWord<ApiVerb>;
}
/** The group `scheduling.k8s.io`. */
declare const scheduling: SchedulingGroup;
/** The group `scheduling.k8s.io`, with its resources. */
interface SchedulingGroup extends WholeGroup {
  readonly group: "scheduling.k8s.io";
  /** CompositePodGroup, in a namespace. Since Kubernetes 1.37. Alpha. */
  readonly compositepodgroups: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.37. Alpha. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PodGroup, in a namespace. Since Kubernetes 1.36. Beta. */
  readonly podgroups: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.36. Beta. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** PriorityClass, of the cluster. */
  readonly priorityclasses: ResourceWord<ApiVerb>;
  /** Workload, in a namespace. Since Kubernetes 1.35. Beta. */
  readonly workloads: ResourceWord<ApiVerb>;
}
/** The group `settings.k8s.io`. */
declare const settings: SettingsGroup;
/** The group `settings.k8s.io`, with its resources. */
interface SettingsGroup extends WholeGroup {
  readonly group: "settings.k8s.io";
  /**
  * PodPreset, in a namespace.
  * @deprecated Kubernetes 1.19 was the last to serve it.
  */
  readonly podpresets: ResourceWord<ApiVerb>;
}
/** The group `storage.k8s.io`. */
declare const storage: StorageGroup;
/** The group `storage.k8s.io`, with its resources. */
interface StorageGroup extends WholeGroup {
  readonly group: "storage.k8s.io";
  /** CSIDriver, of the cluster. */
  readonly csidrivers: ResourceWord<ApiVerb>;
  /** CSINode, of the cluster. */
  readonly csinodes: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.37. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** CSIStorageCapacity, in a namespace. Since Kubernetes 1.21. */
  readonly csistoragecapacities: ResourceWord<ApiVerb>;
  /** StorageClass, of the cluster. */
  readonly storageclasses: ResourceWord<ApiVerb>;
  /** VolumeAttachment, of the cluster. */
  readonly volumeattachments: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>;
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
  /** VolumeAttributesClass, of the cluster. Since Kubernetes 1.29. */
  readonly volumeattributesclasses: ResourceWord<ApiVerb>;
}
/** The group `storagemigration.k8s.io`. */
declare const storagemigration: StoragemigrationGroup;
/** The group `storagemigration.k8s.io`, with its resources. */
interface StoragemigrationGroup extends WholeGroup {
  readonly group: "storagemigration.k8s.io";
  /** StorageVersionMigration, of the cluster. Since Kubernetes 1.30. */
  readonly storageversionmigrations: ResourceWord<ApiVerb> & {
    /** With all its subresources. */readonly withSubresources: KnownResource<ApiVerb>; /** Since Kubernetes 1.30. */
    readonly status: ResourceWord<"get" | "patch" | "update">;
  };
}
/**
* The service accounts in `kube-system` that kube-controller-manager's controllers are with `--use-service-account-credentials`.
*
* Upstream: `k8s.io/kubernetes` v1.37.2 `plugin/pkg/auth/authorizer/rbac/bootstrappolicy/controller_policy.go`, `namespace_policy.go`
*/
type ControllerAccount = "attachdetach-controller" | "bootstrap-signer" | "certificate-controller" | "clusterrole-aggregation-controller" | "cronjob-controller" | "daemon-set-controller" | "deployment-controller" | "device-taint-eviction-controller" | "disruption-controller" | "endpoint-controller" | "endpointslice-controller" | "endpointslicemirroring-controller" | "ephemeral-volume-controller" | "expand-controller" | "generic-garbage-collector" | "horizontal-pod-autoscaler" | "job-controller" | "kube-apiserver-serving-clustertrustbundle-publisher" | "legacy-service-account-token-cleaner" | "namespace-controller" | "node-controller" | "persistent-volume-binder" | "pod-garbage-collector" | "podcertificaterequestcleaner" | "podgroup-protection-controller" | "pv-protection-controller" | "pvc-protection-controller" | "replicaset-controller" | "replication-controller" | "resource-claim-controller" | "resourcepoolstatusrequest-controller" | "resourcequota-controller" | "root-ca-cert-publisher" | "route-controller" | "selinux-warning-controller" | "service-account-controller" | "service-cidrs-controller" | "service-controller" | "statefulset-controller" | "storage-version-garbage-collector" | "token-cleaner" | "ttl-after-finished-controller" | "ttl-controller" | "validatingadmissionpolicy-status-controller" | "volumeattributesclass-protection-controller";
/**
* The user that the kubelet of a node is, for the `users` of a rule. All of them are in the group `system:nodes`.
*
* Upstream: `k8s.io/kubernetes` `pkg/auth/nodeidentifier/default.go`
*
* @throws GenAuditError `bad-input` for what no node can be called.
*
* @example
* node("worker-1"); // system:node:worker-1
*/
declare function node<const Name extends string>(name: Exact<Name, "names of nodes">): `system:node:${Name}`;
/**
* The user that a service account is, for the `users` of a rule. In `kube-system` an editor offers the accounts of Kubernetes' own
* controllers.
*
* Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `MakeUsername`
*
* @throws GenAuditError `bad-input` for what no namespace or service account can be called.
*
* @example
* serviceAccount("argocd", "argocd-server"); // system:serviceaccount:argocd:argocd-server
*/
declare function serviceAccount<const Namespace extends "kube-system" | AnyName, const Name extends (Namespace extends "kube-system" ? ControllerAccount : never) | AnyName>(namespace: Exact<Namespace, "names of namespaces">, name: Exact<Name, "names of service accounts">): `system:serviceaccount:${Namespace}:${Name}`;
/**
* The group that all service accounts of a namespace are in, for the `userGroups` of a rule: `users` have no wildcard.
*
* Upstream: `k8s.io/apiserver` `pkg/authentication/serviceaccount/util.go`, `MakeNamespaceGroupName`
*
* @throws GenAuditError `bad-input` for what no namespace can be called.
*
* @example
* serviceAccountsIn("argocd"); // system:serviceaccounts:argocd
*/
declare function serviceAccountsIn<const Namespace extends "kube-system" | AnyName>(namespace: Exact<Namespace, "names of namespaces">): `system:serviceaccounts:${Namespace}`;
export { type ApiVerb, type ControllerAccount, type KnownResource, type MethodVerb, type ResourceVerb, type ResourceWord, admissionregistration, apiextensions, apiregistration, apps, authentication, authorization, autoscaling, batch, certificates, coordination, core, discovery, events, extensions, flowcontrol, internal, lifecycle, networking, node, nodeGroup, policy, rbac, resource, scheduling, serviceAccount, serviceAccountsIn, settings, storage, storagemigration };
// shared.d.ts
/** Audit levels, from the one that records least to the one that records most. */
declare const LEVELS: readonly ["None", "Metadata", "Request", "RequestResponse"];
/** How much of a request is recorded: nothing, its metadata, that and its body, these and the body of the response. */
type Level = (typeof LEVELS)[number];
/** The stages of a request at which kube-apiserver may write an event, in the order they occur. */
declare const STAGES: readonly ["RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"];
/** A stage of a request at which kube-apiserver may write an event. */
type Stage = (typeof STAGES)[number];
/** The API version every policy has in this library, whatever the text it was read from said. */
declare const POLICY_API_VERSION = "audit.k8s.io/v1";
declare const POLICY_KIND = "Policy";
/**
* An audit policy as kube-apiserver holds it: an ordered list of rules of which the first that matches applies.
*
* Upstream: `k8s.io/apiserver` `pkg/apis/audit/v1/types.go`, `Policy`.
*/
interface Policy {
  readonly apiVersion: typeof POLICY_API_VERSION;
  readonly kind: typeof POLICY_KIND;
  /** Kept as written; kube-apiserver reads it and uses none of it. */
  readonly metadata?: Readonly<Record<string, unknown>>;
  /** Stages for which no rule writes an event; united with the rule's own. */
  readonly omitStages?: readonly Stage[];
  /** Whether recorded bodies leave out `metadata.managedFields`, where the rule does not say. Kubernetes 1.23 and later. */
  readonly omitManagedFields?: boolean;
  readonly rules: readonly PolicyRule[];
}
/**
* One rule. A field that is absent or empty constrains nothing; all that are present must hold.
*
* Upstream: `k8s.io/apiserver` `pkg/apis/audit/v1/types.go`, `PolicyRule`.
*/
interface PolicyRule {
  readonly level: Level;
  /** User names, exact: there is no wildcard. */
  readonly users?: readonly string[];
  /** The user must be in at least one of these groups. */
  readonly userGroups?: readonly string[];
  readonly verbs?: readonly string[];
  readonly resources?: readonly GroupResources[];
  /** `""` stands for cluster-scoped requests and those for all namespaces. */
  readonly namespaces?: readonly string[];
  /** Paths; `*` only as the last character. Excludes `resources` and `namespaces`. */
  readonly nonResourceURLs?: readonly string[];
  readonly omitStages?: readonly Stage[];
  /** Overrides the policy's own. Kubernetes 1.23 and later. */
  readonly omitManagedFields?: boolean;
}
/**
* Resources of one API group.
*
* Upstream: `k8s.io/apiserver` `pkg/apis/audit/v1/types.go`, `GroupResources`.
*/
interface GroupResources {
  /** The API group without its version; `""` is the core group, `*` (Kubernetes 1.36 and later) every group. */
  readonly group: string;
  /**
  * `pods`, `pods/log`, `pods/*`, `*`, and a `*` before a subresource such as `/scale`; absent: every resource and
  * subresource of the group.
  */
  readonly resources?: readonly string[];
  /** Object names; needs `resources`. */
  readonly resourceNames?: readonly string[];
}
/** A policy whose levels and stages have not been checked yet: what a text says before kube-apiserver's own checks. */
interface UncheckedPolicy extends Omit<Policy, "rules" | "omitStages"> {
  readonly omitStages?: readonly string[];
  readonly rules: readonly UncheckedPolicyRule[];
}
/** A rule whose level and stages have not been checked yet. */
interface UncheckedPolicyRule extends Omit<PolicyRule, "level" | "omitStages"> {
  readonly level: string;
  readonly omitStages?: readonly string[];
}
/**
* What kube-apiserver does with a request by an audit policy.
*
* Upstream: `k8s.io/apiserver` `pkg/audit/evaluator.go`, `RequestAuditConfig`.
*/
interface Decision {
  /** The index of the rule that applies, from 0; `null` if no rule matches. */
  readonly rule: number | null;
  readonly level: Level;
  /** Of the policy and of the rule, in the order in which stages occur. */
  readonly omitStages: readonly Stage[];
  /** The rule's if it says, else the policy's. */
  readonly omitManagedFields: boolean;
  /**
  * The stages at which an event is written, in order, if the request runs its course; empty at level `None`.
  * One whose handler panics writes `Panic` in place of `ResponseComplete`, and no `ResponseStarted` if it panics before
  * the response starts.
  */
  readonly stages: readonly Stage[];
}
/** Who sends a request, as kube-apiserver's authenticators name them: before any impersonation. */
interface UserInfo {
  readonly name: string;
  readonly groups: readonly string[];
}
/** The API resource that a request is about. A part that is absent is the empty string. */
interface ResourceAttributes {
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
interface ResourceRequest {
  /** `null` before authentication: it failed, or the request's `timeout` cannot be read. */
  readonly user: UserInfo | null;
  readonly verb: string;
  readonly resource: ResourceAttributes;
  readonly path?: undefined;
}
/** A request to any other URL, such as `/healthz` or `/apis`. */
interface NonResourceRequest {
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
type RequestAttributes = ResourceRequest | NonResourceRequest;
/** Which API server decides. */
interface EvaluateOptions {
  /** The API server's release, `1.30` or `1.30.4`; the newest if not given. */
  readonly kubernetesVersion?: string | undefined;
}
/**
* Decides how kube-apiserver audits a request.
*
* Rules are tried in order and the first that matches applies. A request that no rule matches is audited at level
* `None`, with the policy's own `omitStages`. The policy is taken as it stands: what `validatePolicy` would say of it
* makes no difference here. To decide many requests by one policy, see `compileEvaluator`.
*
* Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `EvaluatePolicyRule`
*
* @throws GenAuditError `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = getPreset("gce");
* const jane = { name: "jane", groups: ["system:authenticated"] };
* evaluate(policy, { user: jane, verb: "get", path: "/healthz" }).level; // None
* evaluate(policy, { user: jane, verb: "list", resource: { apiGroup: "", resource: "secrets" } }).level; // Metadata
*/
declare function evaluate(policy: Policy, request: RequestAttributes, {
  kubernetesVersion
}?: EvaluateOptions): Decision;
/** The field of a rule that keeps it from matching a request. */
type UnmatchedField = "users" | "userGroups" | "verbs" | "namespaces" | "resources" | "nonResourceURLs";
/** What is expected of a decision; what is left out may be anything. */
interface ExpectedDecision {
  readonly level?: Level | undefined;
  /** All of the stages at which the request is recorded, in any order. */
  readonly stages?: readonly Stage[] | undefined;
  /** The index of the rule that applies; `null` if none is to match. */
  readonly rule?: number | null | undefined;
  /** Whether anything is recorded, at whatever level and stage. */
  readonly recorded?: boolean | undefined;
}
/** A request, and what a policy is expected to do with it. */
interface PolicyCase extends ExpectedDecision {
  /** The request itself if not given. */
  readonly name?: string | undefined;
  /** As text, the way `parseRequest` reads it: `create pods/exec web-0 -n prod --as jane`. */
  readonly request: string | RequestAttributes;
}
/** What a matcher gives to `expect.extend` of vitest, and of Jest. */
interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}
/** What is expected, and of which release's API server. */
type AuditExpectation = ExpectedDecision & EvaluateOptions;
/**
* Matchers for `expect.extend`: `expect(policy).toAudit(request, expected)`.
*
* `toAudit(request)` holds if the request is recorded at all; with `{ level, stages, rule }` if it is recorded so, or left
* out so. The message of a failure is the explanation. With vitest, `import "gen-audit/vitest"` extends `expect` and its types.
*
* @throws GenAuditError `bad-input` for a request that cannot be read, `unknown-version` if `kubernetesVersion` is no release.
*
* @example
* const { policy } = getPreset("gce");
* policyMatchers.toAudit(policy, "get secrets db -n prod --as jane", { level: "Metadata" }).pass; // true
* policyMatchers.toAudit(policy, "GET /healthz --as jane").pass; // false
*/
declare const policyMatchers: {
  toAudit(policy: Policy, request: PolicyCase["request"], expected?: AuditExpectation): MatcherResult;
};
export { UncheckedPolicyRule as C, UncheckedPolicy as S, Level as _, PolicyCase as a, STAGES as b, evaluate as c, ResourceAttributes as d, ResourceRequest as f, LEVELS as g, GroupResources as h, ExpectedDecision as i, NonResourceRequest as l, Decision as m, MatcherResult as n, EvaluateOptions as o, UserInfo as p, policyMatchers as r, UnmatchedField as s, AuditExpectation as t, RequestAttributes as u, Policy as v, Stage as x, PolicyRule as y };
// shared2.d.ts
/**
* What the compiler can say of a text that stands in the program. A text that is computed is a `string` to it and passes; lint and
* `build` look at that.
*
* A type that fails becomes a sentence that no text is, since the compiler prints the type that it wanted.
*/
type Checked<Text extends string, Outcome> = string extends Text ? Text : Outcome;
/** A name that kube-apiserver compares as a whole. */
type Exact<Name extends string, What extends string> = Checked<Name, Name extends `${string}*${string}` ? `${What} are exact: there is no wildcard` : Name>;
/** One of some words. */
type OneOf<Word extends string, Known extends string> = Checked<Word, Word extends Known ? Word : Known>;
/** The name of a user. Upstream: `k8s.io/apiserver` `pkg/audit/policy/checker.go`, `ruleMatches` */
type UserName<Name extends string> = Checked<Name, Name extends BuiltInGroup | `system:serviceaccounts:${string}` | `system:bootstrappers:${string}` ? "this is a group: it goes into userGroups" : Exact<Name, "user names">>;
/** The name of a group of users. */
type UserGroupName<Name extends string> = Checked<Name, Name extends BuiltInUser | `system:serviceaccount:${string}` | `system:node:${string}` ? "this is a user: it goes into users" : Exact<Name, "names of groups">>;
/** A path; `*` may be its last character. Upstream: the same file, `pathMatches` */
type PathPattern<Path extends string> = Checked<Path, Path extends `${string}*${infer Rest}` ? Rest extends "" ? Path : "a * may only be the last character" : Path>;
type ResourcePattern<Name extends string> = Checked<Name, Name extends "*" ? Name : Name extends `*/${infer Rest}` ? WithoutStar<Rest, Name> : Name extends `${infer Rest}/*` ? WithoutStar<Rest, Name> : WithoutStar<Name, Name>>;
type WithoutStar<Part extends string, Name> = Part extends `${string}*${string}` ? "a * stands for all that may be before or behind the slash" : Name;
/** An API group; `*` alone stands for all, from Kubernetes 1.36 on. */
type ApiGroupName<Name extends string> = Checked<Name, Name extends "*" ? Name : Name extends `${string}/${string}` ? "an API group is written without its version" : Exact<Name, "API groups">>;
/** Users that Kubernetes itself names, and nodes and service accounts beside them. */
type BuiltInUser = "system:anonymous" | "system:apiserver" | "system:cloud-controller-manager" | "system:kube-controller-manager" | "system:kube-proxy" | "system:kube-scheduler" | "system:unsecured";
/** Groups that Kubernetes itself names. */
type BuiltInGroup = "system:authenticated" | "system:bootstrappers" | "system:masters" | "system:nodes" | "system:serviceaccounts" | "system:unauthenticated";
/** Any text, without keeping an editor from offering the names beside it in a union. */
type AnyName = string & {};
/** The verbs of requests for API objects. */
type ApiVerb = "create" | "delete" | "deletecollection" | "get" | "list" | "patch" | "update" | "watch";
/** The verbs that kube-apiserver gives to requests for resources. `proxy` is of paths below `/api/v1/proxy`, which are gone. */
type ResourceVerb = ApiVerb | "proxy";
/** The verbs that it gives to requests for paths: the HTTP method in lower case. */
type MethodVerb = "delete" | "get" | "head" | "options" | "patch" | "post" | "put";
/** Resources of one API group: the whole group, some of its resources, or some objects of these. */
type ResourcesOfGroup = WholeGroup | NamedResources;
/** Every resource and subresource of a group. */
interface WholeGroup {
  /** The API group without its version; `""` is the core group. */
  readonly group: string;
  readonly resources?: never;
  /** Object names need the `resources` that they are names of. */
  readonly resourceNames?: never;
}
/** Some resources of a group, whichever it is, or some objects of these. */
interface NamedResources {
  /** The API group without its version; `""` is the core group. */
  readonly group: string;
  /** `pods`, `pods/log`, `pods/*`, `*`, and a `*` before a subresource such as `/scale`. */
  readonly resources: readonly string[];
  /** Object names; absent: every object. */
  readonly resourceNames?: readonly string[];
}
/** Known to the compiler alone: at run time these are the plain fields of `audit.k8s.io/v1`. */
declare const VERBS: unique symbol;
/** A resource or a subresource of Kubernetes' own API, whose verbs the compiler knows. */
interface KnownResource<Verb extends ResourceVerb = ResourceVerb> extends NamedResources {
  readonly [VERBS]: Verb;
}
/** The same, as the vocabulary has it: `core.configmaps`. */
interface ResourceWord<Verb extends ResourceVerb = ResourceVerb> extends KnownResource<Verb> {
  readonly resourceNames?: never;
  /**
  * Some of its objects.
  *
  * @example
  * core.configmaps.named("aws-auth").resourceNames; // ["aws-auth"]
  */
  named<const Name extends string>(...names: readonly Exact<Name, "names of objects">[]): KnownResource<Verb>;
}
export { UserGroupName as _, WholeGroup as a, ResourceVerb as c, BuiltInGroup as d, BuiltInUser as f, ResourcePattern as g, PathPattern as h, ResourcesOfGroup as i, AnyName as l, OneOf as m, NamedResources as n, ApiVerb as o, Exact as p, ResourceWord as r, MethodVerb as s, KnownResource as t, ApiGroupName as u, UserName as v };
// vitest.d.ts
import { a as PolicyCase, t as AuditExpectation } from "./shared.js";

declare module "vitest" {
  interface Matchers<T = any> {
    /**
    * Whether the policy records the request, as expected if something is; see `policyMatchers`.
    *
    * @throws GenAuditError `bad-input` for a request that cannot be read, `unknown-version` if `kubernetesVersion` is no
    *   release.
    *
    * @example
    * const { policy } = getPreset("metadata-only");
    * expect(policy).toAudit("create pods/exec web-0 -n prod --as jane", { level: "Metadata" });
    * expect(auditPolicy().otherwise("None").build().policy).not.toAudit("get secrets db -n prod --as jane");
    */
    toAudit(request: PolicyCase["request"], expected?: AuditExpectation): void;
  }
}