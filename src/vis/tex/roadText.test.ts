import { expect, test } from "vitest";
import { lengthText, powerText } from "./roadText";

test.each([
  [0, "0"],
  [0.0123, "0.012"],
  [0.01, "0.010"],
  [1, "1.0"],
  [12.3, "12"],
  [99.7, "100"],
  [1234, "1234"],
  [0.00099, "9.9·10⁻⁴"],
  [1.26e-12, "1.3·10⁻¹²"],
])("the length %d is written %s", (length, text) => {
  expect(lengthText(length)).toBe(text);
});

test("a power of ten is written with its exponent", () => {
  expect([powerText(-3), powerText(0), powerText(12)]).toEqual(["10⁻³", "10⁰", "10¹²"]);
});
