import { describe, expect, it } from "vitest";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import { UNK } from "../text/tokens";
import { compare } from "./metrics";
import { countPositions, type PositionTally } from "./positions";
import { rightTokens } from "./rightTokens";

const END = "$"; // stands for <eos> in these tests

const idsOf = (letters: string): number[] =>
  Array.from(letters, (letter) => tinyTask.targetVocabulary.idOf(letter));

/** [the right answer, the free answer with its end if it has one, the forced answer, as long as the truth] */
type Case = readonly [truth: string, free: string, forced: string];

function tallyOf(cases: readonly Case[]): PositionTally {
  const tally: PositionTally = [];
  for (const [truth, free, forced] of cases) {
    const pair = copyPair(truth);
    const ended = free.endsWith(END);
    const decoded = {
      tokens: idsOf(free.replace(END, "")),
      ended,
      attendedTo: null,
      entropies: null,
    };
    const eos = 2;
    const fed = Array.from(forced, (letter) => (letter === END ? eos : (idsOf(letter)[0] ?? -1)));
    countPositions(tally, compare(tinyTask, pair, decoded).right, rightTokens(tinyTask, pair, fed));
  }
  return tally;
}

/** The same by comparing texts: the letter of the answer below each letter of the truth. */
function readOff(cases: readonly Case[]): PositionTally {
  const longest = Math.max(...cases.map(([truth]) => truth.length + 1));
  const right = (said: string, truth: string, t: number) =>
    said.padEnd(longest, "_")[t] === `${truth}${END}`[t];
  return Array.from({ length: longest }, (_, t) => {
    const there = cases.filter(([truth]) => truth.length >= t);
    const before = (truth: string): number[] => Array.from(truth.slice(0, t), (_letter, i) => i);
    return {
      position: t + 1,
      examples: there.length,
      freeRight: there.filter(([truth, free]) => right(free, truth, t)).length,
      forcedRight: there.filter(([truth, , forced]) => right(forced, truth, t)).length,
      firstErrors: there.filter(
        ([truth, free]) =>
          !right(free, truth, t) && before(truth).every((i) => right(free, truth, i)),
      ).length,
    };
  });
}

describe("accuracy by position", () => {
  it("counts each token of the right answer and its <eos> once", () => {
    expect(tallyOf([["ab", "ab$", "ab$"]])).toEqual([
      { position: 1, examples: 1, freeRight: 1, forcedRight: 1, firstErrors: 0 },
      { position: 2, examples: 1, freeRight: 1, forcedRight: 1, firstErrors: 0 },
      { position: 3, examples: 1, freeRight: 1, forcedRight: 1, firstErrors: 0 },
    ]);
  });

  it("counts every position after an early <eos> as wrong, and the first error where the <eos> stands", () => {
    const tally = tallyOf([["abc", "a$", "a$c$"]]);
    expect(tally.map(({ freeRight }) => freeRight)).toEqual([1, 0, 0, 0]);
    expect(tally.map(({ forcedRight }) => forcedRight)).toEqual([1, 0, 1, 1]);
    expect(tally.map(({ firstErrors }) => firstErrors)).toEqual([0, 1, 0, 0]);
  });

  it("has no position beyond the right answer: a longer answer is wrong where the <eos> should be", () => {
    const tally = tallyOf([["a", "abcab", "ab"]]);
    expect(tally.map(({ freeRight, firstErrors }) => [freeRight, firstErrors])).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });

  it("counts an answer that never says <eos> as wrong there alone", () => {
    expect(tallyOf([["ab", "ab", "ab$"]]).map(({ freeRight }) => freeRight)).toEqual([1, 1, 0]);
  });

  it("leaves shorter examples out of later positions", () => {
    const tally = tallyOf([
      ["a", "a$", "a$"],
      ["abc", "abb$", "abb$"],
    ]);
    expect(tally.map(({ examples }) => examples)).toEqual([2, 2, 1, 1]);
    expect(tally.map(({ freeRight }) => freeRight)).toEqual([2, 2, 0, 1]);
  });

  it("agrees with the letters read off one below the other, for every short answer", () => {
    const answers = ["", "a", "b", "ab", "ba", "abc", "cb"].flatMap((each) => [each, `${each}$`]);
    const cases = ["a", "ab", "abc"].flatMap((truth) =>
      answers.map((free, i): Case => {
        const forced = (answers[answers.length - 1 - i] ?? "").padEnd(truth.length + 1, "c");
        return [truth, free, forced.slice(0, truth.length + 1)];
      }),
    );
    expect(tallyOf(cases)).toEqual(readOff(cases));
  });

  it("never counts <unk> as right", () => {
    const stranger = { ...copyPair("ab"), target: ["stranger", "b"] };
    expect(rightTokens(tinyTask, stranger, [UNK, ...idsOf("b")])).toEqual([false, true, false]);
  });
});
