import { expect, it } from "vitest";
import { expectOfEvery } from "./expectOfEvery";

const NUMBERS = [
  ["one", 1],
  ["two", 2],
  ["three", 3],
] as const;

const findOdd = (): void => expectOfEvery(NUMBERS, (x) => expect(x % 2).toBe(0));

it("checks every member, and passes if all hold", () => {
  const tried: number[] = [];
  expectOfEvery(NUMBERS, (x) => void tried.push(x));
  expect(tried).toEqual([1, 2, 3]);
});

it("names the members that fail, and checks the rest", () => {
  expect(findOdd).toThrow(/^2 of 3 fail:\none: .*\nthree: /);
  expect(findOdd).not.toThrow("two: ");
});

it("fails without members", () => {
  expect(() => expectOfEvery([], () => undefined)).toThrow("greater than 0");
});
