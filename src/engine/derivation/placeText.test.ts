import { expect, test } from "vitest";
import { readPlace, writePlace } from "./placeText";
import type { Place } from "./quantity";

const at = { step: 2, position: 3 };

const PLACES: readonly Place[] = [
  { kind: "score", ...at },
  { kind: "weight", ...at },
  { kind: "inner", ...at, unit: 16 },
  { kind: "logit", step: 2, token: 0 },
  { kind: "probability", step: 2, token: 12 },
  { kind: "unit", subject: { kind: "input", step: 2 }, unit: 0 },
  { kind: "unit", subject: { kind: "context", step: 2 }, unit: 127 },
  { kind: "unit", subject: { kind: "combined", step: 2 }, unit: 5 },
  { kind: "unit", subject: { kind: "state", step: 2, layer: 1 }, unit: 5 },
  { kind: "unit", subject: { kind: "memory", step: 2, layer: 0 }, unit: 5 },
  { kind: "unit", subject: { kind: "previous", step: 2, layer: 0 }, unit: 5 },
  { kind: "unit", subject: { kind: "gate", gate: "input", step: 2, layer: 0 }, unit: 5 },
];

test.each(PLACES)("a place comes back from its text: %o", (place) => {
  const text = writePlace(place);
  expect(text).not.toBeNull();
  expect(readPlace(text ?? "", at)).toEqual(place);
});

test("a text counts layers and units from 1", () => {
  const subject = { kind: "gate", gate: "reset", step: 2, layer: 0 } as const;
  expect(writePlace({ kind: "unit", subject, unit: 16 })).toBe("gate.reset.1.17");
  expect(writePlace({ kind: "score", ...at })).toBe("score");
});

test("an encoder state is no number of a step", () => {
  const subject = { kind: "encoder", column: 1, layer: 0 } as const;
  expect(writePlace({ kind: "unit", subject, unit: 1 })).toBeNull();
});

test.each([
  "",
  "score.1",
  "inner",
  "inner.0",
  "inner.x",
  "state.17",
  "state.3.1",
  "gate.none.1.1",
  "gate.reset.1",
  "context.1.1",
  "logit",
  "logit.-1",
  "encoder.1.1.1",
  "toString.1",
])("a text that names no place gives none: %s", (text) => {
  expect(readPlace(text, at)).toBeNull();
});

test("without attention there is no pair", () => {
  expect(readPlace("score", { step: 2, position: null })).toBeNull();
  expect(readPlace("inner.1", { step: 2, position: null })).toBeNull();
  expect(readPlace("state.1.1", { step: 2, position: null })).not.toBeNull();
});
