import { expect, test } from "vitest";
import type { Place, Quantity } from "../../engine/derivation/quantity";
import { makeTrace } from "../testing/traces";
import { foldTerms, neighboursOf, opOfPlace } from "./derivation";

const TRACE = makeTrace({ layers: 2, hiddenSize: 8 });
const [STEP] = TRACE.steps;

const term = (value: number): Quantity => ({ name: null, value, how: "given" });

test("the largest terms come first, and the others are folded into one number", () => {
  const { shown, folded, together } = foldTerms([1, -5, 3, 0.5, -0.25].map(term), 2);
  expect(shown.map(({ value }) => value)).toEqual([-5, 3]);
  expect(folded).toHaveLength(3);
  expect(together).toBeCloseTo(1.25);
});

test("a single term is not folded", () => {
  expect(foldTerms([1, 2, 3].map(term), 2)).toMatchObject({ folded: [], together: 0 });
  expect(foldTerms([1, 2, 3].map(term), 2).shown).toHaveLength(3);
});

const unit = { kind: "unit", unit: 2 } as const;

test.each<[Place, string]>([
  [{ kind: "score", step: 0, position: 1 }, "score"],
  [{ kind: "inner", step: 0, position: 1, unit: 0 }, "score"],
  [{ kind: "weight", step: 0, position: 1 }, "softmax"],
  [{ kind: "probability", step: 0, token: 4 }, "output"],
  [{ ...unit, subject: { kind: "context", step: 0 } }, "context"],
  [{ ...unit, subject: { kind: "input", step: 0 } }, "embed"],
  [{ ...unit, subject: { kind: "combined", step: 0 } }, "combine"],
  [{ ...unit, subject: { kind: "state", step: 0, layer: 0 } }, "cell"],
  [{ ...unit, subject: { kind: "gate", gate: "reset", step: 0, layer: 1 } }, "upper"],
])("a number belongs to the operation that computes it: %o", (place, op) => {
  expect(opOfPlace(place)).toBe(op);
});

test("the neighbours of a number are the source tokens, the units, or the likeliest tokens", () => {
  if (!STEP) throw new Error("expected a step");
  const count = (place: Place): number => neighboursOf(TRACE, STEP, place).length;
  expect(count({ kind: "score", step: 0, position: 1 })).toBe(TRACE.source.length);
  expect(count({ kind: "inner", step: 0, position: 1, unit: 0 })).toBe(8);
  expect(count({ ...unit, subject: { kind: "context", step: 0 } })).toBe(8);
  const likeliest = STEP.top[0]?.token.id ?? 0;
  expect(count({ kind: "logit", step: 0, token: likeliest })).toBe(STEP.top.length);
  const rare = STEP.logits.findIndex((_, id) => STEP.top.every(({ token }) => token.id !== id));
  expect(count({ kind: "logit", step: 0, token: rare })).toBe(STEP.top.length + 1);
});
