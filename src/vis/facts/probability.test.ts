import { expect, test } from "vitest";
import type { Trace } from "../../engine/results/trace";
import { makeTrace } from "../testing/traces";
import { nextTokens, probabilityOf, saidProbability, stepLoss } from "./probability";

function stepOf(trace: Trace, index: number) {
  const step = trace.steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step;
}

test("probabilities sum to 1 and the loss is -ln of the truth's", () => {
  const { logits } = stepOf(makeTrace(), 2);
  const all = [...logits.keys()].map((id) => probabilityOf(logits, id));
  expect(all.reduce((sum, p) => sum + p)).toBeCloseTo(1, 6);
  expect(stepLoss(logits, 5)).toBeCloseTo(-Math.log(probabilityOf(logits, 5)), 6);
});

test("large logits neither overflow nor vanish", () => {
  const logits = Float32Array.from([1000, 999, -1000]);
  expect(probabilityOf(logits, 0)).toBeCloseTo(1 / (1 + Math.exp(-1)), 6);
  expect(stepLoss(logits, 2)).toBeCloseTo(2000.313, 2);
});

test("the listed and the other tokens add up to the vocabulary and to a share of 1", () => {
  const trace = makeTrace();
  const step = stepOf(trace, 2);
  const { options, others, othersShare } = nextTokens(trace, step);
  expect(options.length + others).toBe(step.logits.length);
  expect(options.reduce((sum, { share }) => sum + share, othersShare)).toBeCloseTo(1);
  expect(options.map(({ isChosen }) => isChosen)).toEqual([true, false, false, false, false]);
  expect(saidProbability(step)).toBe(options[0]?.probability);
});

test("a drawn token can be less likely than the largest, and has its own probability", () => {
  const trace = makeTrace({ decoding: "sampling", wrong: [2] });
  const step = stepOf(trace, 2);
  const { options } = nextTokens(trace, step);
  expect(options.map(({ isLargest, isChosen }) => [isLargest, isChosen]).slice(0, 2)).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(saidProbability(step)).toBe(options[1]?.probability);
});

test("an unlikely drawn token is listed after the likeliest ones", () => {
  const trace = makeTrace({ decoding: "sampling" });
  const { top, logits } = stepOf(trace, 2);
  const last = [...logits.keys()].reduce((a, b) => ((logits[b] ?? 0) < (logits[a] ?? 0) ? b : a));
  const step = { ...stepOf(trace, 2), chosen: { id: last, text: "far" } };
  const { options, others } = nextTokens(trace, step);
  expect(options).toHaveLength(top.length + 1);
  expect(options.at(-1)).toMatchObject({ isChosen: true, isLargest: false });
  expect(options.at(-1)?.probability).toBeCloseTo(probabilityOf(logits, last), 9);
  expect(options.length + others).toBe(logits.length);
  expect(saidProbability(step)).toBeCloseTo(probabilityOf(logits, last), 9);
});

test("a temperature divides the logits: it changes the shares, but not their order or the probabilities", () => {
  const trace = makeTrace({ decoding: "sampling" });
  const step = stepOf(trace, 2);
  const sharesAt = (temperature: number): number[] => {
    const decoding = { kind: "sampling", temperature, seed: 1 } as const;
    const { options, othersShare } = nextTokens({ ...trace, decoding }, step);
    const shares = options.map(({ share }) => share);
    expect(shares.reduce((sum, share) => sum + share, othersShare)).toBeCloseTo(1, 9);
    expect(options.map(({ probability }) => probability)).toEqual(
      step.top.map(({ probability }) => probability),
    );
    return shares;
  };
  const [cold, plainShares, hot] = [sharesAt(0.5), sharesAt(1), sharesAt(2)];
  expect(cold[0]).toBeGreaterThan(plainShares[0] ?? 1);
  expect(hot[0]).toBeLessThan(plainShares[0] ?? 0);
  for (const shares of [cold, plainShares, hot])
    expect(shares).toEqual(shares.toSorted((a, b) => b - a));
  const [first = 0, second = 0] = step.logits.toSorted((a, b) => b - a);
  expect((cold[0] ?? 0) / (cold[1] ?? 1)).toBeCloseTo(Math.exp((first - second) / 0.5), 4);
});
