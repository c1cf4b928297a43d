import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { corpusBleu, type Translation } from "./bleu";

const words = (text: string): string[] => text.split(" ").filter(Boolean);
const pair = (answer: string, truth: string): Translation => ({
  answer: words(answer),
  truth: words(truth),
});
const bleu = (answer: string, truth: string): number => corpusBleu([pair(answer, truth)]);

describe("BLEU by hand", () => {
  it("clips repeated words: of seven “the”, two count", () => {
    const expected = ((2 / 7) * (1 / 7) * (1 / 6) * (1 / 5)) ** (1 / 4); // +1 on both counts of p2, p3, p4
    expect(bleu("the the the the the the the", "the cat is on the mat")).toBeCloseTo(expected, 12);
  });

  it("has a penalty for short answers; long ones only lose precision", () => {
    const short = Math.exp(1 - 6 / 5) * (1 * (4 / 5) * (3 / 4) * (2 / 3)) ** (1 / 4);
    expect(bleu("the cat sat on mat", "the cat sat on the mat")).toBeCloseTo(short, 12);
    const long = ((5 / 6) * (5 / 6) * (4 / 5) * (3 / 4)) ** (1 / 4); // a right sentence and one extra word
    expect(bleu("the cat sat on mats today", "the cat sat on mats")).toBeCloseTo(long, 12);
  });

  it("sums the counts over the corpus before it divides them", () => {
    const both = [pair("a b", "a b"), pair("c x", "c d")];
    const expected = ((3 / 4) * ((1 + 1) / (2 + 1)) * 1 * 1) ** (1 / 4);
    expect(corpusBleu(both)).toBeCloseTo(expected, 12);
  });

  it("is 1 for short right answers, and 0 for answers without a right word", () => {
    expect(bleu("le chat", "le chat")).toBe(1);
    expect(bleu("un chien noir", "le chat")).toBe(0);
    expect(bleu("", "le chat")).toBe(0);
  });

  it("does not mistake a token with a space for two tokens", () => {
    const answer = { answer: ["a b"], truth: ["a", "b"] };
    expect(corpusBleu([answer])).toBe(0);
  });
});

/** The same count by another method: n-grams are crossed off a list one by one. */
function crossedOff({ answer, truth }: Translation, n: number): number {
  const grams = (tokens: readonly string[]): string[] =>
    tokens.flatMap((_, i) =>
      i + n <= tokens.length ? [tokens.slice(i, i + n).join("\u0000")] : [],
    );
  const left = grams(truth);
  return grams(answer).filter((gram) => {
    const at = left.indexOf(gram);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

function bleuAnotherWay(corpus: readonly Translation[]): number {
  const sum = (count: (each: Translation) => number) => corpus.map(count).reduce((a, b) => a + b);
  const [c, r] = [sum(({ answer }) => answer.length), sum(({ truth }) => truth.length)];
  const product = [1, 2, 3, 4]
    .map((n) => {
      const possible = sum(({ answer }) => Math.max(0, answer.length - n + 1));
      const matches = sum((each) => crossedOff(each, n));
      return n === 1 ? matches / possible : (matches + 1) / (possible + 1);
    })
    .reduce((a, b) => a * b);
  return (c > r ? 1 : Math.exp(1 - r / c)) * product ** 0.25;
}

/** A corpus of oracle/bleu.py: pairs of answer and truth, and their score by sacreBLEU's definition. */
interface FixtureCase {
  readonly name: string;
  readonly pairs: readonly (readonly [answer: readonly string[], truth: readonly string[]])[];
  readonly bleu: number;
}

describe("BLEU as sacreBLEU defines it (tok:none, smooth:add-k[1.00])", () => {
  const text = readFileSync(`${process.cwd()}/oracle/bleu.json`, "utf8");
  const cases = (JSON.parse(text) as FixtureCase[]).map((each) => [each.name, each] as const);

  it("equals the oracle's score for every corpus", () => {
    expect(cases.length).toBeGreaterThanOrEqual(30);
    expectOfEvery(cases, ({ pairs, bleu: expected }) =>
      expect(corpusBleu(pairs.map(([answer, truth]) => ({ answer, truth })))).toBeCloseTo(
        expected,
        12,
      ),
    );
  });
});

describe("BLEU of any corpus", () => {
  const sentence = fc.array(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 8 });
  const corpus = fc.array(fc.record({ answer: sentence, truth: sentence }), {
    minLength: 1,
    maxLength: 6,
  });

  it("agrees with an independent implementation", () => {
    fc.assert(
      fc.property(corpus, (pairs) => {
        expect(corpusBleu(pairs)).toBeCloseTo(bleuAnotherWay(pairs), 10);
      }),
      { seed: 1 },
    );
  });

  it("is in [0, 1], is 1 if all answers are right, and does not depend on the order of the pairs", () => {
    fc.assert(
      fc.property(corpus, (pairs) => {
        const score = corpusBleu(pairs);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1 + 1e-12);
        expect(corpusBleu(pairs.toReversed())).toBeCloseTo(score, 12);
        expect(corpusBleu(pairs.map(({ truth }) => ({ answer: truth, truth })))).toBe(1);
      }),
      { seed: 2 },
    );
  });
});
