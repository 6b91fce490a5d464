/**
 * Where a file lies, as SARIF says it: below the root of the sources if its name is relative. What is no file, `<stdin>` or
 * `preset:gce`, is written like a name: services refuse a log with any scheme but `file`.
 */
export function fileUri(file: string): { readonly uri: string; readonly uriBaseId?: string } {
  const path = file.replaceAll("\\", "/");
  const drive = /^[A-Za-z]:(?=\/)/.exec(path)?.[0] ?? "";
  const isAbsolute = drive !== "" || path.startsWith("/");
  const segments = path
    .slice(drive.length)
    .split("/")
    .filter((segment) => segment !== "" && segment !== ".");
  const uri = segments.map(encodeSegment).join("/");
  if (!isAbsolute) return { uri, uriBaseId: "%SRCROOT%" };
  return { uri: `file:///${drive === "" ? "" : `${drive}/`}${uri}` };
}

/** As strict as RFC 3986: what `encodeURIComponent` leaves of its reserved characters is encoded as well. */
function encodeSegment(segment: string): string {
  // Half a character, as no file has it in its name, has no encoding.
  return encodeURIComponent(segment.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
