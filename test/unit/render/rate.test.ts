import { expect, test } from "vitest";
import { printQuantity, printRate } from "../../../src/render/rate.js";

/** As k8s.io/apimachinery v0.37.2 prints them. */
const QUANTITIES = {
  "10": "10",
  "3.14": "3140m",
  "1000": "1k",
  "1500": "1500",
  "0.0005": "500u",
  "0.000000001": "1n",
  "10000000": "10M",
  "12.5": "12500m",
  "1000000000": "1G",
  "0.0000005": "500n",
};

test.each(Object.entries(QUANTITIES))("%s is the quantity %s", (rate, quantity) => {
  expect(printQuantity(rate)).toBe(quantity);
});

test("a rate is printed without an exponent", () => {
  expect([10, 0.5, 5e-7, 1e9, 3.14].map(printRate)).toEqual(["10", "0.5", "0.0000005", "1000000000", "3.14"]);
});

test("a rate of more than nine decimals is not printed", () => {
  expect(printRate(1e-10)).toBeUndefined();
  expect(printRate(0.1234567891)).toBeUndefined();
});
