import { expect, it } from "vitest";
import { describeError } from "./describeError";

it("distinguishes running out of memory from other errors", () => {
  expect(describeError(new RangeError("Array buffer allocation failed")).kind).toBe("outOfMemory");
  expect(describeError(new Error("x is undefined"))).toEqual({
    kind: "crash",
    detail: "x is undefined",
  });
});
