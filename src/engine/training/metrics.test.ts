import { describe, expect, it } from "vitest";
import { copyPair, tinyTask } from "../../testing/tinyTask";
import type { Decoded } from "../decoding/greedy";
import { UNK } from "../text/tokens";
import { count, emptyTally, toScores } from "./metrics";

// Ids: a 4, b 5, c 6. The source "abc" has its <eos> at position 3.
const right: Decoded = {
  tokens: [4, 5, 6],
  ended: true,
  attendedTo: [0, 1, 2, 3],
  entropies: null,
};

function scoresOf(...answers: Decoded[]) {
  const tally = emptyTally();
  for (const answer of answers) count(tally, tinyTask, copyPair("abc"), answer);
  return toScores(tally);
}

describe("scores", () => {
  it("counts an answer as exact only if every token and the end are right", () => {
    expect(scoresOf(right).exactMatch).toBe(1);
    expect(scoresOf({ ...right, tokens: [4, 5, 5] }).exactMatch).toBe(0);
    expect(scoresOf({ ...right, tokens: [4, 5, 6, 4] }).exactMatch).toBe(0); // too long
    expect(scoresOf({ ...right, tokens: [4, 5] }).exactMatch).toBe(0); // too short
    expect(scoresOf({ ...right, ended: false }).exactMatch).toBe(0); // never says <eos>
  });

  it("never counts <unk> as right", () => {
    const tally = emptyTally();
    const pair = { ...copyPair("abc"), target: ["a", "stranger", "c"] };
    count(tally, tinyTask, pair, { ...right, tokens: [4, UNK, 6] });
    expect(toScores(tally)).toMatchObject({ exactMatch: 0, tokenAccuracy: 3 / 4 });
  });

  it("counts tokens at their positions, <eos> included", () => {
    expect(scoresOf({ ...right, tokens: [4, 6, 6] }).tokenAccuracy).toBe(3 / 4);
    expect(scoresOf({ ...right, tokens: [4, 5] }).tokenAccuracy).toBe(2 / 4);
  });

  it("counts alignment on exactly matched examples only, <eos> to <eos> included", () => {
    expect(scoresOf({ ...right, attendedTo: [0, 1, 2, 3] }).alignmentError).toBe(0);
    expect(scoresOf({ ...right, attendedTo: [1, 1, 2, 2] }).alignmentError).toBe(0.5);
    expect(scoresOf({ ...right, tokens: [4, 5, 5] }).alignmentError).toBeNull();
    expect(scoresOf({ ...right, attendedTo: null }).alignmentError).toBeNull();
  });

  it("means the entropy of the attention over steps, beside that of even attention", () => {
    const attending = { ...right, entropies: [0, 0.5, 0.5, 1] };
    const { entropy } = scoresOf(attending, { ...right, tokens: [], entropies: [2] });
    expect(entropy?.mean).toBeCloseTo(4 / 5, 12);
    expect(entropy?.even).toBeCloseTo(Math.log(4), 12); // three letters and <eos>
    expect(scoresOf(right).entropy).toBeNull();
  });

  it("accepts any of several gold links and leaves out tokens without gold", () => {
    const tally = emptyTally();
    const pair = { ...copyPair("abc"), gold: [[0, 2], [], [1]] };
    count(tally, tinyTask, pair, { ...right, attendedTo: [2, 0, 0, 3] });
    expect(toScores(tally).alignmentError).toBeCloseTo(1 / 3, 12); // one of tokens 1, 3 and <eos> is wrong
  });
});
