import { expect, test } from "vitest";
import { makeTrace } from "../testing/traces";
import { subscript, symbolsOf } from "./symbols";

test.each(["bahdanau", "luong"] as const)(
  "an encoder state is h and a decoder state s in %s timing",
  (timing) => {
    expect(symbolsOf(makeTrace({ timing }))).toEqual({ state: "s", key: "h" });
  },
);

test("an index is written in subscript digits", () => {
  expect(subscript(10)).toBe("₁₀");
});
