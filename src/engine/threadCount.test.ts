import { expect, it } from "vitest";
import { threadsFor } from "./threadCount";

it("is half of the processors, at least two and at most four, and null for one processor", () => {
  const counts = [1, 2, 3, 4, 6, 8, 16, 128].map(threadsFor);
  expect(counts).toEqual([null, 2, 2, 2, 3, 4, 4, 4]);
});
