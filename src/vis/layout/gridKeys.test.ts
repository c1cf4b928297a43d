import { expect, test } from "vitest";
import { moveInGrid } from "./gridKeys";

const size = { rows: 9, columns: 7 };
const at = (row: number, column: number) => ({ row, column });

test.each([
  ["ArrowUp", at(4, 3), at(3, 3)],
  ["ArrowDown", at(4, 3), at(5, 3)],
  ["ArrowLeft", at(4, 3), at(4, 2)],
  ["ArrowRight", at(4, 3), at(4, 4)],
  ["Home", at(4, 3), at(4, 0)],
  ["End", at(4, 3), at(4, 6)],
  ["PageUp", at(7, 3), at(2, 3)],
  ["PageDown", at(1, 3), at(6, 3)],
])("%s moves", (key, from, to) => {
  expect(moveInGrid(key, false, from, size)).toEqual(to);
});

test.each([
  ["ArrowLeft", at(4, 0), at(4, 0)],
  ["ArrowRight", at(4, 6), at(4, 6)],
  ["ArrowDown", at(8, 3), at(8, 3)],
  ["PageUp", at(2, 3), at(0, 3)],
  ["PageDown", at(6, 3), at(8, 3)],
])("%s stops at the edge and does not wrap", (key, from, to) => {
  expect(moveInGrid(key, false, from, size)).toEqual(to);
});

test("the arrow keys move from the first row up to the column headers and down again", () => {
  expect(moveInGrid("ArrowUp", false, at(0, 3), size)).toEqual(at(-1, 3));
  expect(moveInGrid("ArrowUp", false, at(-1, 3), size)).toEqual(at(-1, 3));
  expect(moveInGrid("ArrowDown", false, at(-1, 3), size)).toEqual(at(0, 3));
  expect(moveInGrid("PageUp", false, at(-1, 3), size)).toEqual(at(-1, 3));
});

test("Control with Home and End moves to the corners", () => {
  expect(moveInGrid("Home", true, at(4, 3), size)).toEqual(at(0, 0));
  expect(moveInGrid("End", true, at(4, 3), size)).toEqual(at(8, 6));
});

test("the grid ignores other keys", () => {
  expect(moveInGrid("a", false, at(4, 3), size)).toBeNull();
  expect(moveInGrid("ArrowUp", true, at(4, 3), size)).toBeNull();
});
