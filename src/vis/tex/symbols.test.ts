import { expect, test } from "vitest";
import { makeTrace } from "../testing/traces";
import { subscript, symbolsOf } from "./symbols";

test("decoder states are s in Bahdanau timing and h in Luong timing", () => {
  expect(symbolsOf(makeTrace()).state).toBe("s");
  expect(symbolsOf(makeTrace({ timing: "luong" }))).toEqual({ state: "h", key: "h̄" });
  expect(subscript(10)).toBe("₁₀");
});
