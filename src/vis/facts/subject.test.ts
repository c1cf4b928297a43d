import { expect, test } from "vitest";
import type { Subject } from "../../engine/results/subject";
import { matrixRow, vectorOf } from "../../engine/results/vectors";
import { vectorsInPlaceOf, isSplit, rangeOf } from "./subject";
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

test("the previous state of a step is the state of the step before", () => {
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

test("a vector that the model or the trace lacks is null", () => {
  const plain = makeTrace();
  expect(vectorOf(plain, { kind: "memory", step: 0, layer: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "state", step: 0, layer: 1 })).toBeNull();
  expect(vectorOf(plain, { kind: "gate", gate: "forget", step: 0, layer: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "combined", step: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "state", step: 99, layer: 0 })).toBeNull();
  expect(vectorOf(plain, { kind: "encoder", column: 99, layer: 0 })).toBeNull();
});

test("a state shares its place with the other layer and the memory cells, top layer first", () => {
  expect(vectorsInPlaceOf(DEEP, { kind: "memory", step: 1, layer: 0 })).toEqual([
    { kind: "state", step: 1, layer: 1 },
    { kind: "memory", step: 1, layer: 1 },
    { kind: "state", step: 1, layer: 0 },
    { kind: "memory", step: 1, layer: 0 },
  ]);
  expect(vectorsInPlaceOf(DEEP, { kind: "encoder", column: 1, layer: 1 })).toHaveLength(2);
  expect(vectorsInPlaceOf(makeTrace(), { kind: "state", step: 1, layer: 0 })).toHaveLength(1);
  expect(vectorsInPlaceOf(DEEP, { kind: "context", step: 1 })).toHaveLength(1);
});

test("encoder states of two directions and their mixtures have two halves", () => {
  expect(isSplit(BOTH, { kind: "encoder", column: 1, layer: 0 })).toBe(true);
  expect(isSplit(BOTH, { kind: "context", step: 1 })).toBe(true);
  expect(isSplit(BOTH, { kind: "state", step: 1, layer: 0 })).toBe(false);
  expect(isSplit(DEEP, { kind: "encoder", column: 1, layer: 0 })).toBe(false);
});

test("only the output of a tanh or a sigmoid is bounded", () => {
  const state = { kind: "state", step: 1, layer: 0 } as const;
  const first = { kind: "previous", step: 0, layer: 0 } as const;
  expect(rangeOf(makeTrace(), state)).toBe("unit");
  expect(rangeOf(makeTrace(), first)).toBe("unit");
  expect(rangeOf(BOTH, first)).toBe("open"); // the bridge is linear
  expect(rangeOf(BOTH, state)).toBe("open"); // a GRU keeps part of its state
  const lstm = makeTrace({ direction: "bidirectional", cell: "lstm" });
  expect(rangeOf(lstm, first)).toBe("open");
  expect(rangeOf(lstm, { ...first, step: 1 })).toBe("unit");
  expect(rangeOf(lstm, { ...state, kind: "memory" })).toBe("open");
  expect(rangeOf(lstm, { ...state, kind: "gate", gate: "forget" })).toBe("gate");
  expect(rangeOf(lstm, { ...state, kind: "gate", gate: "candidate" })).toBe("unit");
});
