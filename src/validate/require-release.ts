import { GenAuditError } from "../diagnostics/index.js";
import {
  NEWEST_KUBERNETES,
  OLDEST_KUBERNETES,
  parseVersion,
  printVersion,
  type Version,
} from "../kubernetes/index.js";

/**
 * The Kubernetes release that a text names; the newest for none.
 *
 * @throws GenAuditError `unknown-version` if it is no release, or one that this library knows nothing of.
 */
export function requireRelease(text: string | undefined): Version {
  if (text === undefined) return NEWEST_KUBERNETES;
  const version = parseVersion(text);
  const { major } = NEWEST_KUBERNETES;
  const isKnown =
    version?.major === major &&
    version.minor >= OLDEST_KUBERNETES.minor &&
    version.minor <= NEWEST_KUBERNETES.minor;
  if (version && isKnown) return version;
  throw new GenAuditError("unknown-version", `unknown Kubernetes version "${text}"`, {
    help: `versions from ${printVersion(OLDEST_KUBERNETES)} to ${printVersion(NEWEST_KUBERNETES)} are known, written 1.30 or 1.30.4`,
  });
}
