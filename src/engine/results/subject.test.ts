import { expect, test } from "vitest";
import { readSubject, type Subject, writeSubject } from "./subject";

const NAMED: readonly (readonly [Subject, string])[] = [
  [{ kind: "embedding", column: 0 }, "embedding.1"],
  [{ kind: "encoder", column: 1, layer: 0 }, "encoder.2.1"],
  [{ kind: "context", step: 3 }, "context.4"],
  [{ kind: "previousMemory", step: 0, layer: 1 }, "previousMemory.1.2"],
  [{ kind: "gate", gate: "update", step: 2, layer: 0 }, "gate.update.3.1"],
];

test.each(NAMED)("%o is written and read as %s", (subject, text) => {
  expect(writeSubject(subject)).toBe(text);
  expect(readSubject(text)).toEqual(subject);
});

test.each([
  "",
  "encoder",
  "encoder.2",
  "encoder.2.1.1",
  "encoder.0.1",
  "encoder.x.1",
  "encoder.9999.1",
  "gate.front.1.1",
  "toString.1",
  "__proto__.1",
])("%o names nothing", (text) => {
  expect(readSubject(text)).toBeNull();
});
