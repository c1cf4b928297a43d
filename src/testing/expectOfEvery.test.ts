import { expect, it } from "vitest";
import { expectOfEvery } from "./expectOfEvery";

const NUMBERS = [
  ["one", 1],
  ["two", 2],
  ["three", 3],
] as const;

const findOdd = (): void => expectOfEvery(NUMBERS, (x) => expect(x % 2).toBe(0));

it("tries every member, and is content where all hold", () => {
  const tried: number[] = [];
  expectOfEvery(NUMBERS, (x) => void tried.push(x));
  expect(tried).toEqual([1, 2, 3]);
});

it("names those that fail, and goes on behind them", () => {
  expect(findOdd).toThrow(/^2 of 3 fail:\none: .*\nthree: /);
  expect(findOdd).not.toThrow("two: ");
});

it("fails where there is no member", () => {
  expect(() => expectOfEvery([], () => undefined)).toThrow("greater than 0");
});
