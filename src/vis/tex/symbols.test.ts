import { expect, test } from "vitest";
import { subscript, SYMBOLS } from "./symbols";

test("an encoder state is h and a decoder state s", () => {
  expect(SYMBOLS).toEqual({ state: "s", key: "h" });
});

test("an index is written in subscript digits", () => {
  expect(subscript(10)).toBe("₁₀");
});
