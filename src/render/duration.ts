/**
 * Go's durations: kube-apiserver and kOps read these, and `kops edit` takes none that is not printed as Go prints it.
 *
 * Upstream: Go, time, ParseDuration and Duration.String
 */

const NANOSECONDS = {
  h: 3_600_000_000_000n,
  m: 60_000_000_000n,
  s: 1_000_000_000n,
  ms: 1_000_000n,
  us: 1_000n,
  µs: 1_000n, // U+00B5
  μs: 1_000n, // U+03BC
  ns: 1n,
} as const;
type Unit = keyof typeof NANOSECONDS;

/** What an int64 of nanoseconds holds: about 292 years. */
const MOST = 9_223_372_036_854_775_807n;

/** `1m30s`, `1.5h` or `0` in nanoseconds; undefined where Go reads no duration, or a negative one. */
export function parseDuration(text: string): bigint | undefined {
  const unsigned = text.replace(/^\+/, "");
  if (unsigned === "0") return 0n;
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:h|ms|us|µs|μs|ns|m|s))+$/.test(unsigned)) return undefined;
  let total = 0n;
  for (const [, whole = "", fraction = "", unit] of unsigned.matchAll(/(\d*)\.?(\d*)([a-zµμ]+)/g)) {
    const size = NANOSECONDS[unit as Unit]; // the first expression lets no other unit through
    total += BigInt(whole || "0") * size + readFraction(fraction, size);
  }
  return total <= MOST ? total : undefined;
}

/** Go's leadingFraction and what is made of it: digits beyond an int64 do not count, and the product is one of floats. */
function readFraction(digits: string, size: bigint): bigint {
  let value = 0n;
  let scale = 1;
  for (const digit of digits) {
    const next = value * 10n + BigInt(digit);
    if (next > MOST + 1n) break;
    value = next;
    scale *= 10;
  }
  return BigInt(Math.trunc(Number(value) * (Number(size) / scale)));
}

/** As Go prints it: `60s` is `1m0s`, `1500us` is `1.5ms`. */
export function printDuration(nanoseconds: bigint): string {
  if (nanoseconds === 0n) return "0s";
  if (nanoseconds < NANOSECONDS.us) return `${nanoseconds}ns`;
  if (nanoseconds < NANOSECONDS.ms) return `${decimal(nanoseconds, NANOSECONDS.us)}µs`;
  if (nanoseconds < NANOSECONDS.s) return `${decimal(nanoseconds, NANOSECONDS.ms)}ms`;
  const hours = nanoseconds / NANOSECONDS.h;
  const minutes = (nanoseconds % NANOSECONDS.h) / NANOSECONDS.m;
  const seconds = `${decimal(nanoseconds % NANOSECONDS.m, NANOSECONDS.s)}s`;
  if (hours > 0n) return `${hours}h${minutes}m${seconds}`;
  return minutes > 0n ? `${minutes}m${seconds}` : seconds;
}

function decimal(amount: bigint, unit: bigint): string {
  const digits = String(unit).length - 1;
  const fraction = String(amount % unit)
    .padStart(digits, "0")
    .replace(/0+$/, "");
  return fraction === "" ? `${amount / unit}` : `${amount / unit}.${fraction}`;
}
