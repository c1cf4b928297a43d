import { expect, test } from "vitest";
import { splitOf } from "./split";

test.each([2, 8, 10])("about one content in %i is held out", (oneIn) => {
  const count = 40_000;
  let heldOut = 0;
  for (let i = 0; i < count; i++) if (splitOf(`content ${i}`, oneIn) === "heldOut") heldOut++;
  expect(Math.abs(heldOut / count - 1 / oneIn)).toBeLessThan(0.01);
});

test("the same content is always in the same split", () => {
  for (const content of ["", "abc", "2026-11-20", "한국어"])
    expect(splitOf(content, 8)).toBe(splitOf(content, 8));
});
