import { expect, test } from "vitest";
import { shortWeight, signed } from "./format";

test("small weights give an empty text, and negative numbers have a minus sign", () => {
  expect([0.004, 0.05, 0.64, 0.996].map(shortWeight)).toEqual(["", ".05", ".64", "1.0"]);
  expect([-0.001, -1.5, 2].map((value) => signed(value))).toEqual(["0.00", "−1.50", "2.00"]);
});
