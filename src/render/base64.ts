/** A text as the `…-data` fields of a kubeconfig hold it. They are decoded by Go's encoding/json, which wants the padding. */
export function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
