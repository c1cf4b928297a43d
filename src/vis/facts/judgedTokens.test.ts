import { expect, test } from "vitest";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { EOS, type TokenView, UNK } from "../../engine/text/tokens";
import { makeTrace } from "../testing/traces";
import { joinerOf, judge, scoreOf, withoutEos } from "./judgedTokens";

test("tokens are judged, and stay open if the answer is unknown", () => {
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

test("the tokens up to a step leave out <eos>", () => {
  const trace = makeTrace();
  const text = (step: number): string =>
    withoutEos(judge(trace), step)
      .map(({ token }) => token.text)
      .join("");
  expect(text(2)).toBe("sdn");
  expect(text(trace.steps.length - 1)).toBe("sdnetta");
});

test("a blank joins words, nothing joins characters", () => {
  expect([joinerOf("word"), joinerOf("character")]).toEqual([" ", ""]);
});

function view(text: string): TokenView {
  return text === "$" ? { id: EOS, text: "<eos>" } : { id: 4 + text.charCodeAt(0), text };
}

/** A decode of `said` whose right answer is `expected`, both with <eos> at "$". */
function decodeOf(said: string, expected: string, teacherForcing = false): Trace {
  const trace = makeTrace({ source: Array.from(said), teacherForcing });
  const [step] = trace.steps;
  const steps = Array.from(said, (text) => ({ ...step, chosen: view(text) }) as DecoderStep);
  return { ...trace, steps, expected: Array.from(expected, view) };
}

const marksOf = (trace: Trace): string =>
  judge(trace)
    .map(({ mark }) => (mark === "right" ? "+" : "-"))
    .join("");

test.each([
  ["khxfedcba$", "ponmlkjihgfedcba$", "++-+++++++", { right: 9, excess: 0, isShifted: true }],
  ["stac$", "stac$", "+++++", { right: 5, excess: 0, isShifted: false }],
  ["st$", "stac$", "++-", { right: 2, excess: 0, isShifted: false }], // it ends too early
  ["tac$", "stac$", "++++", { right: 4, excess: 0, isShifted: true }],
  ["xstac$", "stac$", "-+++++", { right: 5, excess: 1, isShifted: true }],
  ["stacca", "stac$", "++++--", { right: 4, excess: 1, isShifted: false }],
] as const)("own answers are aligned: %s with %s", (said, expected, marks, score) => {
  const trace = decodeOf(said, expected);
  expect(marksOf(trace)).toBe(marks);
  expect(scoreOf(trace, said.length - 1)).toEqual(score);
});

test("with teacher forcing each step is judged by its place", () => {
  const forced = decodeOf("tac$", "stac$", true);
  expect(marksOf(forced)).toBe("----");
});

test("the score counts up to the step, in the alignment of the whole", () => {
  expect(scoreOf(decodeOf("xstac$", "stac$"), 2)).toEqual({ right: 2, excess: 1, isShifted: true });
});
