import { expect, it } from "vitest";
import { isAllFinite } from "./finite";

it("finds a number that is not finite at any depth", () => {
  const plain = { text: "a", none: null, list: [{ of: new Float32Array([1, -2]) }], is: true };
  expect(isAllFinite(plain)).toBe(true);
  for (const odd of [Number.NaN, Infinity, -Infinity]) {
    expect(isAllFinite({ ...plain, list: [{ of: new Float32Array([1, odd]) }] })).toBe(false);
    expect(isAllFinite({ ...plain, deep: [[{ odd }]] })).toBe(false);
  }
});
