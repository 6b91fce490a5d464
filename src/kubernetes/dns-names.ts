/** What a namespace may be called. Upstream: `k8s.io/apimachinery` `pkg/util/validation/validation.go`, `IsDNS1123Label` */
export function isDnsLabel(text: string): boolean {
  return text.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(text);
}

/** What a node or a service account may be called, and an API group. Upstream: the same file, `IsDNS1123Subdomain` */
export function isDnsSubdomain(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/.test(text);
}
