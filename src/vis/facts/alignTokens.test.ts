import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignTokens, type Places } from "./alignTokens";

const isSame = (a: string, b: string): boolean => a === b;
const places = (said: string, expected: string): Places =>
  alignTokens(Array.from(said), Array.from(expected), isSame);

describe("the alignment of an output with the right answer", () => {
  it.each([
    ["stac", "stac", [0, 1, 2, 3]],
    ["stxc", "stac", [0, 1, 2, 3]], // one wrong
    ["st", "stac", [0, 1]], // two missing at the end
    ["stacc", "stac", [0, 1, 2, 3, null]], // the first c pairs, so the last one is too many
    ["tac", "stac", [1, 2, 3]], // one missing at the start
    ["xstac", "stac", [null, 0, 1, 2, 3]],
    ["ab", "ba", [null, 0]], // two edits in any case; so one token is right, and not none
    ["", "ab", []],
    ["ab", "", [null, null]],
    ["khxfedcba", "ponmlkjihgfedcba", [5, 8, 9, 10, 11, 12, 13, 14, 15]], // its tail counts
  ] as const)("of %j with %j", (said, expected, aligned) => {
    expect(places(said, expected)).toEqual(aligned);
  });

  const fewLetters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });

  it("has the fewest edits, then the most right tokens, of all alignments", () => {
    fc.assert(
      fc.property(fewLetters, fewLetters, (said, expected) => {
        expect(costOf(said, expected, places(said, expected))).toEqual(
          bestOf(Array.from(said), Array.from(expected)),
        );
      }),
    );
  });

  it("keeps the order of both sides", () => {
    fc.assert(
      fc.property(fewLetters, fewLetters, (said, expected) => {
        const paired = places(said, expected).filter((place) => place !== null);
        expect(paired).toEqual([...new Set(paired)].toSorted((a, b) => a - b));
        expect(places(said, expected)).toHaveLength(said.length);
      }),
    );
  });
});

interface Cost {
  readonly edits: number;
  readonly right: number;
}

/** What an alignment costs. */
function costOf(said: string, expected: string, aligned: Places): Cost {
  const paired = aligned.filter((place) => place !== null).length;
  const right = aligned.filter((place, i) => place !== null && said[i] === expected[place]).length;
  return { edits: said.length + expected.length - paired - right, right };
}

/** The least cost, by trying every alignment. */
function bestOf(said: readonly string[], expected: readonly string[]): Cost {
  const [a, ...restSaid] = said;
  const [b, ...restExpected] = expected;
  if (a === undefined || b === undefined) return { edits: said.length + expected.length, right: 0 };
  const pair = bestOf(restSaid, restExpected);
  const isRight = a === b ? 1 : 0;
  const ways = [
    { edits: pair.edits + 1 - isRight, right: pair.right + isRight },
    ...[bestOf(restSaid, expected), bestOf(said, restExpected)].map(({ edits, right }) => ({
      edits: edits + 1,
      right,
    })),
  ];
  return ways.reduce((best, way) =>
    way.edits < best.edits || (way.edits === best.edits && way.right > best.right) ? way : best,
  );
}
