import { expect, test } from "vitest";
import { shrink } from "./shrink";

const NUMBERS = Array.from({ length: 40 }, (_, i) => i);

const hasAll = (part: readonly number[]): Promise<boolean> =>
  Promise.resolve([3, 17, 38].every((each) => part.includes(each)));

test("a list keeps only what it fails by, in order", async () => {
  expect(await shrink(NUMBERS, hasAll, 1000)).toEqual([3, 17, 38]);
});

test("a list that fails without any entry becomes empty", async () => {
  expect(await shrink(NUMBERS, () => Promise.resolve(true), 1000)).toEqual([]);
});

test("a list stays as it is where nothing can be left out, and after the last try", async () => {
  const whole = NUMBERS.slice(0, 5);
  const needsAll = (part: readonly number[]): Promise<boolean> =>
    Promise.resolve(part.length === whole.length);
  expect(await shrink(whole, needsAll, 1000)).toEqual(whole);
  let calls = 0;
  await shrink(NUMBERS, () => Promise.resolve(++calls > 1000), 7);
  expect(calls).toBe(7);
});
