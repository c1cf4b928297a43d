import { expect, test } from "vitest";
import type { Subject } from "../../engine/results/subject";
import { matrixRow, beside, isSplit, rangeOf, vectorOf } from "./subject";
import { makeTrace } from "../testing/traces";

const DEEP = makeTrace({ layers: 2, cell: "lstm", timing: "luong", inputFeeding: "on" });
const BOTH = makeTrace({ direction: "bidirectional" });

test("each layer has its own states, on both sides", () => {
  const { encoder, steps } = DEEP;
  const upper: Subject = { kind: "encoder", column: 2, layer: 1 };
  expect(vectorOf(DEEP, upper)).toEqual(matrixRow(encoder.states, 2));
  expect(vectorOf(DEEP, { ...upper, layer: 0 })).toEqual(
    encoder.lower && matrixRow(encoder.lower, 2),
  );
  expect(vectorOf(DEEP, { kind: "state", step: 1, layer: 0 })).toBe(steps[1]?.layers[0]?.after.h);
  expect(vectorOf(DEEP, { kind: "memory", step: 1, layer: 1 })).toBe(steps[1]?.layers[1]?.after.c);
});

test("what a step starts from is what the one before left", () => {
  const layer = 1;
  expect(vectorOf(DEEP, { kind: "previous", step: 3, layer })).toBe(
    vectorOf(DEEP, { kind: "state", step: 2, layer }),
  );
  expect(vectorOf(DEEP, { kind: "previousMemory", step: 3, layer })).toBe(
    vectorOf(DEEP, { kind: "memory", step: 2, layer }),
  );
  expect(vectorOf(DEEP, { kind: "fedCombined", step: 3 })).toBe(
    vectorOf(DEEP, { kind: "combined", step: 2 }),
  );
});

test("what a model or a trace has not is null", () => {
  const plain = makeTrace();
  expect(vectorOf(plain, { kind: "memory", step: 0, layer: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "state", step: 0, layer: 1 })).toBeNull();
  expect(vectorOf(plain, { kind: "gate", gate: "forget", step: 0, layer: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "combined", step: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "state", step: 99, layer: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "encoder", column: 99, layer: 0 })).toBeNull();
});

test("beside a state stand the other layer and the memory cells, the top layer first", () => {
  expect(beside(DEEP, { kind: "memory", step: 1, layer: 0 })).toEqual([
    { kind: "state", step: 1, layer: 1 },
    { kind: "memory", step: 1, layer: 1 },
    { kind: "state", step: 1, layer: 0 },
    { kind: "memory", step: 1, layer: 0 },
  ]);
  expect(beside(DEEP, { kind: "encoder", column: 1, layer: 1 })).toHaveLength(2);
  expect(beside(makeTrace(), { kind: "state", step: 1, layer: 0 })).toHaveLength(1);
  expect(beside(DEEP, { kind: "context", step: 1 })).toHaveLength(1);
});

test("encoder states of both directions, and mixtures of them, fall into halves", () => {
  expect(isSplit(BOTH, { kind: "encoder", column: 1, layer: 0 })).toBe(true);
  expect(isSplit(BOTH, { kind: "context", step: 1 })).toBe(true);
  expect(isSplit(BOTH, { kind: "state", step: 1, layer: 0 })).toBe(false);
  expect(isSplit(DEEP, { kind: "encoder", column: 1, layer: 0 })).toBe(false);
});

test("only what a tanh or a sigmoid has bounded is said to be bounded", () => {
  const state = { kind: "state", step: 1, layer: 0 } as const;
  const first = { kind: "previous", step: 0, layer: 0 } as const;
  expect(rangeOf(makeTrace(), state)).toBe("unit");
  expect(rangeOf(makeTrace(), first)).toBe("unit");
  expect(rangeOf(BOTH, first)).toBe("open"); // the bridge is linear
  expect(rangeOf(BOTH, state)).toBe("open"); // and a GRU keeps a share of what it made
  const lstm = makeTrace({ direction: "bidirectional", cell: "lstm" });
  expect(rangeOf(lstm, first)).toBe("open");
  expect(rangeOf(lstm, { ...first, step: 1 })).toBe("unit");
  expect(rangeOf(lstm, { ...state, kind: "memory" })).toBe("open");
  expect(rangeOf(lstm, { ...state, kind: "gate", gate: "forget" })).toBe("gate");
  expect(rangeOf(lstm, { ...state, kind: "gate", gate: "candidate" })).toBe("unit");
});
