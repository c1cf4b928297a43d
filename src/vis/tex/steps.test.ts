/** What the figures say about a step: probability, loss, feeding, verdict. */
import { expect, test } from "vitest";
import { EOS, UNK } from "../../engine/text/tokens";
import type { Trace } from "../../engine/results/trace";
import { feedingOf } from "../facts/feeding";
import { shortWeight, signed } from "../format";
import { nextTokens, probabilityOf, saidProbability, stepLoss } from "../facts/probability";
import { subscript, symbolsOf } from "./symbols";
import { makeTrace } from "../testing/traces";
import { glyph, widestEm, widthEm } from "../layout/labels";
import { joinerOf, judge, spoken } from "../facts/verdict";

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

test("the listed answers and the others make up the whole", () => {
  const trace = makeTrace();
  const step = stepOf(trace, 2);
  const { options, others, othersShare } = nextTokens(trace, step);
  expect(options.length + others).toBe(step.logits.length);
  expect(options.reduce((sum, { share }) => sum + share, othersShare)).toBeCloseTo(1);
  expect(options.map(({ isChosen }) => isChosen)).toEqual([true, false, false, false, false]);
  expect(saidProbability(step)).toBe(options[0]?.probability);
});

test("a drawn token need not be the likeliest, and its probability is its own", () => {
  const trace = makeTrace({ decoding: "sampling", wrong: [2] });
  const step = stepOf(trace, 2);
  const { options } = nextTokens(trace, step);
  expect(options.map(({ isLargest, isChosen }) => [isLargest, isChosen]).slice(0, 2)).toEqual([
    [true, false],
    [false, true],
  ]);
  expect(saidProbability(step)).toBe(options[1]?.probability);
});

test("a token drawn from far down is listed behind the likeliest", () => {
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

test("a temperature divides the logits: it moves the shares and neither their order nor the model's own p", () => {
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

test("the first step is fed <sos>, later ones the truth or the own answer", () => {
  const forced = makeTrace({ teacherForcing: true, wrong: [2] });
  expect(feedingOf(forced, 0)?.kind).toBe("sos");
  expect(feedingOf(forced, 1)?.kind).toBe("truthSame");
  expect(feedingOf(forced, 3)?.kind).toBe("truthChanged");
  const free = makeTrace({ wrong: [2] });
  expect(feedingOf(free, 1)?.kind).toBe("modelRight");
  expect(feedingOf(free, 3)).toMatchObject({ kind: "modelWrong", truth: free.expected?.[2] });
  expect(feedingOf(makeTrace({ known: false }), 1)?.kind).toBe("model");
  expect(feedingOf(free, 99)).toBeNull();
});

test("tokens are judged by position, and not at all where nobody knows the answer", () => {
  expect(judge(makeTrace({ wrong: [2] })).map(({ mark }) => mark)).toEqual([
    "right",
    "right",
    "wrong",
    "right",
    "right",
    "right",
    "right",
    "right",
  ]);
  expect(new Set(judge(makeTrace({ known: false })).map(({ mark }) => mark))).toEqual(
    new Set(["open"]),
  );
});

test("an unknown token is never right", () => {
  const trace = makeTrace();
  const unknown = { id: UNK, text: "<unk>" };
  const steps = trace.steps.map((step) => ({ ...step, chosen: unknown }));
  const expected = trace.steps.map(() => unknown);
  expect(new Set(judge({ ...trace, steps, expected }).map(({ mark }) => mark))).toEqual(
    new Set(["wrong"]),
  );
});

test("what was spoken leaves <eos> out", () => {
  const trace = makeTrace();
  const text = (step: number): string =>
    spoken(judge(trace), step)
      .map(({ token }) => token.text)
      .join("");
  expect(text(2)).toBe("sdn");
  expect(text(trace.steps.length - 1)).toBe("sdnetta");
});

test("words are read with blanks between them, characters without", () => {
  expect([joinerOf("word"), joinerOf("character")]).toEqual([" ", ""]);
});

test("decoder states are called s by Bahdanau and h by Luong", () => {
  expect(symbolsOf(makeTrace()).state).toBe("s");
  expect(symbolsOf(makeTrace({ timing: "luong" }))).toEqual({ state: "h", key: "h̄" });
  expect(subscript(10)).toBe("₁₀");
});

test("small weights leave their cell empty, and minus signs are real ones", () => {
  expect([0.004, 0.05, 0.64, 0.996].map(shortWeight)).toEqual(["", ".05", ".64", "1.0"]);
  expect([-0.001, -1.5, 2].map((value) => signed(value))).toEqual(["0.00", "−1.50", "2.00"]);
});

test("blanks are visible, special tokens lose their brackets, Hangul is wide", () => {
  expect(glyph({ id: 7, text: " " })).toBe("␣");
  expect(glyph({ id: EOS, text: "<eos>" })).toBe("eos");
  expect(widthEm("한국")).toBe(2);
  expect(widthEm("il")).toBeLessThan(widthEm("mw"));
  expect(widestEm([{ id: EOS, text: "<eos>" }])).toBe(0);
});
