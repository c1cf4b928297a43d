import { expect, test } from "vitest";
import { UNK } from "../../engine/text/tokens";
import { makeTrace } from "../testing/traces";
import { joinerOf, judge, withoutEos } from "./judgedTokens";

test("tokens are judged by position, and stay open if the answer is unknown", () => {
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
