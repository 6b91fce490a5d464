/** Rates have at most nine decimals: that is as fine as a Kubernetes quantity gets. */
const DECIMALS = 9;

/** The number without an exponent: `0.0000005`, not `5e-7`; undefined where nine decimals do not hold it. */
export function printRate(rate: number): string | undefined {
  const text = rate.toFixed(DECIMALS).replace(/\.?0+$/, "");
  return Number(text) === rate ? text : undefined;
}

const SUFFIXES: readonly (readonly [exponent: number, suffix: string])[] = [
  [9, "G"],
  [6, "M"],
  [3, "k"],
  [0, ""],
  [-3, "m"],
  [-6, "u"],
  [-9, "n"],
];

/**
 * The number as a canonical quantity, a whole number with the largest suffix: `3.14` is `3140m`, `1000` is `1k`.
 *
 * Upstream: k8s.io/apimachinery, pkg/api/resource/quantity.go, CanonicalizeBytes
 */
export function printQuantity(rate: string): string {
  const [whole = "", fraction = ""] = rate.split(".");
  const billionths = BigInt(whole + fraction.padEnd(DECIMALS, "0"));
  for (const [exponent, suffix] of SUFFIXES) {
    const unit = 10n ** BigInt(exponent + DECIMALS);
    if (billionths % unit === 0n) return `${billionths / unit}${suffix}`;
  }
  return rate;
}
