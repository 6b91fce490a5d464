export { checkScanners } from "./check-scanners.js";
export type { ScannerCheck, ScannerCheckName } from "./scanner-check.js";
