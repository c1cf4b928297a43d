import fc from "fast-check";
import { expect, test } from "vitest";
import { createRandom } from "../rng";
import { sortFamily } from "./sort";
import type { Split } from "./task";

const sort = sortFamily.create(sortFamily.initial);
const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

/** Counting sort: independent of the generator. */
function counted(text: string): string {
  return Array.from(ALPHABET, (letter) => letter.repeat(text.split(letter).length - 1)).join("");
}

test("the target agrees with counting sort", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z]{1,8}$/), (text) => {
      expect(sort.join(sort.solve(sort.tokenize(text))?.target ?? [])).toBe(counted(text));
    }),
  );
});

test("a letter is linked to every source position that has it, and to no other", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-e]{1,8}$/), (text) => {
      const pair = sort.solve(sort.tokenize(text));
      for (const [t, letter] of pair?.target.entries() ?? [])
        for (const [s, token] of pair?.source.entries() ?? [])
          expect(pair?.gold?.[t]?.includes(s)).toBe(token === letter);
    }),
  );
  expect(sort.solve(sort.tokenize("banana"))?.gold).toEqual([
    [1, 3, 5],
    [1, 3, 5],
    [1, 3, 5],
    [0],
    [2, 4],
    [2, 4],
  ]);
});

test("no reordering of a held-out string is in the training split", () => {
  const random = createRandom(2);
  const narrow = sortFamily.create({ shortest: 2, longest: 4, symbols: 5 }); // 775 strings
  const answers = (split: Split) =>
    new Set(Array.from({ length: 3000 }, () => narrow.sample(random, split).target.join("")));
  const train = answers("train");
  const heldOut = answers("heldOut");
  expect([...heldOut].filter((answer) => train.has(answer))).toEqual([]);
  expect(train.size + heldOut.size).toBe(15 + 35 + 70);
});
