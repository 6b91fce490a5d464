/*
 * Words and values that kube-apiserver takes, and, one in many, one that it does not. Most of the words are what YAML 1.1
 * and 1.2 take for different things.
 */
export const WORDS: readonly string[] = (
  "on off yes no y n Yes NO On oFF true False TRUE ~ null Null nULL NULL 0 1 -1 +1 08 007 0o7 0o8 0x1F 0b11 -0b1 1_000 _1 1__0 1. 1.5 .5 " +
  "-.5 +.5 1e3 1E+3 1e 1e400 -1e400 12e03 .inf -.Inf +.INF .nan .NaN 1:30 190:20:30.5 2001-01-01 2001-13-01 2001-1-1T1:2:3Z 2001-01-01t00:00:00Z " +
  "0x 0xg 0b2 0o 9223372036854775807 9223372036854775808 18446744073709551616 123456789012345678901234567890 1,000 1.2.3 = << . .. ... - -- --- " +
  "-x ?x :x ? : @x `x %x x%y *x &x !x !!x |x >x #x x#y {x x} [x x] ,x x, x:y x: x?y a,b x\u00a0y \u00e4 \ud83d\ude00 'x \"x x' x\" \\x __ 1_ ._5 0_7 -_1 + - +_1"
).split(" ");
export const NAMES: readonly string[] = [
  "jane",
  "system:apiserver",
  "system:serviceaccount:kube-system:x",
  "kube system",
  "it's",
  'a "b"',
  "a: b",
  "a #b",
  "#a",
  "",
  " a",
  "a ",
  "no",
  "1e3",
  "null",
  "*",
  "- a",
  "a\nb",
  "a\n\nb\n",
  "\na",
  "a\tb",
  "\u00e4\u00f6",
  "\ud83d\ude00",
  "a\u2028b",
  "a\u0085b",
  "a\u00a0b",
  "\ufeffa",
  "a\\b",
  "\u001b",
  "%a",
  "@a",
  "<<",
  "=",
  "?",
  "a,b",
  "[a]",
  "{a}",
  "“a”",
];
export const VERBS: readonly string[] = ["get", "list", "watch", "create", "update", "patch", "delete"];
export const RESOURCES: readonly string[] = ["pods", "pods/log", "pods/*", "*/status", "*", "secrets"];
export const GROUPS: readonly string[] = ["", "apps", "rbac.authorization.k8s.io", "batch"];
export const URLS: readonly string[] = ["/healthz*", "/version", "/", "*", "/api/*"];
export const NAMESPACES: readonly string[] = ["", "default", "kube-system"];
export const ODD_LEVELS: readonly string[] = [
  "metadata",
  "METADATA",
  "",
  "Body",
  "RequestReceived",
  " Metadata",
  "Metadata\n",
  "“Metadata”",
];
export const ODD_STAGES: readonly string[] = ["requestReceived", "", "Metadata", "Responsestarted"];
export const ODD_GROUPS: readonly string[] = [
  "apps/v1",
  "Apps",
  "*",
  "-a",
  "a-",
  "a..b",
  "a_b",
  ".",
  "core",
  "v1",
  "apps ",
  "0",
  `${"x".repeat(254)}`,
];
export const ODD_URLS: readonly string[] = [
  "healthz",
  "",
  "/**",
  "/a*/b",
  "**",
  "http://x/y",
  "/a b",
  "/\u00e4?x=1",
];
export const API_VERSIONS: readonly string[] = [
  "audit.k8s.io/v1beta1",
  "audit.k8s.io/v1alpha1",
  "audit.k8s.io/v2",
  "audit.k8s.io/V1",
  "audit.k8s.io",
  "audit.k8s.io/",
  "v1",
  "kyverno.io/v1",
  "a/b/c",
  "/v1",
  "",
];
export const KINDS: readonly string[] = [
  "policy",
  "PolicyList",
  "Event",
  "EventList",
  "List",
  "ConfigMap",
  "Status",
  "",
];
export const UNKNOWN_FIELDS: readonly string[] = [
  "verb",
  "Verbs",
  "stages",
  "groups",
  "name",
  "spec",
  "x-a",
  "level ",
  "rules",
  "level",
  "verbs",
  "group",
];
export const METADATA: readonly (readonly [string, readonly string[]])[] = [
  ["name", ["a", "1", "no"]],
  ["namespace", ["x"]],
  ["creationTimestamp", ["2020-01-01T00:00:00Z", "null", "2020-01-01", "foo", "2020-02-30T00:00:00Z"]],
  ["generation", ["1", "1.5", "9223372036854775808", "1e3", "x"]],
  ["labels", ["a", "null"]],
  ["uid", ["x"]],
];

export const TAGS: readonly string[] = (
  "! !!str !!int !!float !!bool !!null !!binary !!timestamp !!seq !!map !!set !!omap !!merge !x !<tag:yaml.org,2002:str> !a!b !<x> !!x " +
  "!x,y !x[0] !%20 !%zz !%c3%a4 !%c3%28 !%ff !<x !<> !a! !a!str !%"
).split(" ");
