/** What the figures say about a step: probability, loss, feeding, verdict, operations. */
import katex from "katex";
import { expect, test } from "vitest";
import { EOS, UNK } from "../engine/tokens";
import type { Trace } from "../engine/trace";
import { equationOf } from "./equations";
import { feedingOf } from "./feeding";
import { shortWeight, signed } from "./format";
import { opsOf, shapesOf } from "./ops";
import { nextTokens, probabilityOf, saidProbability, stepLoss } from "./probability";
import { matrixRow, vectorOf } from "./subject";
import { subscript, symbolsOf } from "./symbols";
import { makeTrace } from "./testing/traces";
import { glyph, widestEm, widthEm } from "./text";
import { joinerOf, judge, sourceText, spoken } from "./verdict";

function stepOf(trace: Trace, index: number) {
  const step = trace.steps[index];
  if (!step) throw new Error(`no step ${index}`);
  return step;
}

function cellInputOf(trace: Trace): readonly number[] | undefined {
  return shapesOf(trace, stepOf(trace, 3), 3, "cell")[0]?.shape;
}

/** The query's equation without its colours. */
function queryOf(trace: Trace): string {
  return equationOf(trace, 3, "query").replaceAll(/\\htmlClass\{[\w-]+\}/g, "");
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
  const step = stepOf(makeTrace(), 2);
  const { top, others, othersProbability } = nextTokens(step);
  expect(top.length + others).toBe(step.logits.length);
  expect(top.reduce((sum, { probability }) => sum + probability, othersProbability)).toBeCloseTo(1);
  expect(saidProbability(step)).toBe(top[0]?.probability);
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

test("characters stand together and words apart", () => {
  expect(sourceText(makeTrace())).toBe("attends");
  expect(sourceText(makeTrace({ source: ["i", "am", "here"] }))).toBe("i am here");
  expect(sourceText(makeTrace({ source: ["a", "b"] }), "word")).toBe("a b");
  expect(sourceText(makeTrace({ source: ["ab", "c"] }), "character")).toBe("abc");
  expect(joinerOf([{ id: EOS, text: "<eos>" }])).toBe("");
});

test("Bahdanau looks before the cell runs, Luong after it, a plain decoder not at all", () => {
  const luong = { timing: "luong" } as const;
  expect(opsOf(makeTrace())).toEqual([
    "query",
    "score",
    "softmax",
    "context",
    "embed",
    "cell",
    "output",
  ]);
  expect(opsOf(makeTrace(luong))).toEqual([
    "embed",
    "cell",
    "query",
    "score",
    "softmax",
    "context",
    "combine",
    "output",
  ]);
  expect(opsOf(makeTrace({ attention: "none", ...luong }))).toEqual(["embed", "cell", "output"]);
});

test("a step's input is the truth y, the model's own answer y^, or the start mark", () => {
  const truth = equationOf(makeTrace({ teacherForcing: true }), 3, "embed");
  expect(truth).toContain(String.raw`\htmlClass{role-truth}{y_{3}}`);
  const own = equationOf(makeTrace(), 3, "embed");
  expect(own).toContain(String.raw`\htmlClass{role-decoder}{\hat y_{3}}`);
  expect(equationOf(makeTrace(), 0, "embed")).toContain("sos");
});

test("an operation's parameters stand between what it reads and what it gives", () => {
  const trace = makeTrace();
  const score = shapesOf(trace, stepOf(trace, 3), 3, "score");
  expect(score.map(({ symbol, shape }) => `${symbol} [${shape.join(", ")}]`)).toEqual([
    "q₄ [1, 64]",
    "h [8, 64]",
    "W [64, 64]",
    "U [64, 64]",
    "v [64]",
    "e₄ [1, 8]",
  ]);
});

test("the cell's input holds the context in Bahdanau timing only", () => {
  expect(cellInputOf(makeTrace())).toEqual([1, 16 + 64]);
  expect(cellInputOf(makeTrace({ timing: "luong" }))).toEqual([1, 16]);
  expect(cellInputOf(makeTrace({ attention: "none" }))).toEqual([1, 16]);
});

test("the query is the state before in Bahdanau timing and the step's own state in Luong's", () => {
  expect(queryOf(makeTrace())).toBe("{q_{4}} = {s_{3}}");
  expect(queryOf(makeTrace({ timing: "luong" }))).toBe("{q_{4}} = {h_{4}}");
});

test.each(["additive", "dot", "general", "none"] as const)(
  "every equation is TeX that typesets: %s",
  (attention) => {
    for (const timing of ["bahdanau", "luong"] as const) {
      const trace = makeTrace({ attention, timing });
      for (const op of opsOf(trace)) {
        const typeset = () =>
          katex.renderToString(equationOf(trace, 3, op), {
            throwOnError: true,
            strict: false,
            trust: true,
          });
        expect(typeset).not.toThrow();
      }
    }
  },
);

test("a subject finds its numbers, or says that this trace has none", () => {
  const trace = makeTrace();
  expect(vectorOf(trace, { kind: "encoder", column: 2 })).toEqual(
    matrixRow(trace.encoder.states, 2),
  );
  expect(vectorOf(trace, { kind: "embedding", column: 2 })).toHaveLength(16);
  expect(vectorOf(trace, { kind: "context", step: 1 })).toBe(trace.steps[1]?.attention?.context);
  expect(vectorOf(trace, { kind: "previous", step: 1 })).toBe(trace.steps[0]?.state);
  expect(vectorOf(trace, { kind: "update", step: 1 })).toBe(trace.steps[1]?.gates.update);
  expect(vectorOf(trace, { kind: "input", step: 1 })).toBe(trace.steps[1]?.embedding);
  expect(vectorOf(trace, { kind: "combined", step: 1 })).toBeNull();
  expect(vectorOf(trace, { kind: "state", step: 99 })).toBeNull();
  expect(vectorOf(trace, { kind: "encoder", column: 99 })).toBeNull();
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
