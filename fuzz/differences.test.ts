import { expect, test } from "vitest";
import { differences } from "./differences";

test("weights may differ by rounding, also where another digit follows from it", () => {
  expect(
    differences({ answer: [[7, [0.123_449_999]]] }, { answer: [[7, [0.123_450_001]]] }),
  ).toEqual([]);
});

test("a larger difference is named by its place, with both values", () => {
  const before = { config: { task: "dates" }, answer: [[7, [0.5, 0.5]]] };
  const after = { config: { task: "sort" }, answer: [[7, [0.5, 0.4999]]] };
  expect(differences(before, after)).toEqual([
    'config.task: "dates" -> "sort"',
    "answer.0.1.1: 0.5 -> 0.4999",
  ]);
});

test("a part that only one of them has is a difference", () => {
  expect(differences({ edits: [] }, { edits: [1] })).toEqual(["edits.0: undefined -> 1"]);
  expect(differences({ answer: undefined }, { answer: [] })).toEqual(["answer: undefined -> []"]);
});
