/** Every number of a decode follows from the numbers before it, for every preset and every member of the family. */
import { tensor1d } from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { expectOfEvery } from "../../testing/expectOfEvery";
import { familyShapes, memberName } from "../../testing/family";
import { startNodeBackend } from "../../testing/nodeBackend";
import { copyPair, tinyShape, tinyTask } from "../../testing/tinyTask";
import { traceExample } from "../../testing/textbookTrace";
import { plainResult } from "../model/scope";
import { viewWeights } from "../model/weights";
import type { Subject } from "../results/subject";
import { GATES, type Trace } from "../results/trace";
import { createRandom } from "../rng";
import { DEFAULT_CONFIG } from "../setup/config";
import { initialParameters } from "../setup/learnedParameters";
import { decoderLayersOf, modelShape, type ModelShape } from "../setup/modelShape";
import { withPreset } from "../setup/presets";
import { RECURRENT_PRESETS } from "../../testing/recurrentPresets";
import { INITIAL_SHOW, type Show } from "../show";
import { type Edit, editsOf } from "../edits/edit";
import { softmax } from "../reference/linearAlgebra";
import { hasInner } from "./attention";
import { derive, hasDerivation, hasPlace, valueAt } from "./derive";
import { type Given, parameterReader } from "./operands";
import { applied, childrenOf, type Place, type Quantity } from "./quantity";

const PAIR = copyPair("cab");

/** A decode with the parameters that made it. */
function decode(shape: ModelShape, edits: readonly Edit[] = []): Given {
  const flat = initialParameters(shape, createRandom(7)).map((x) => 1.7 * x);
  const show: Show = { ...INITIAL_SHOW, edits };
  const swapped = editsOf(edits, "swapStates").map(({ source }) => [...source])[0];
  const example = { source: PAIR.source, answer: PAIR, show, ...(swapped && { swapped }) };
  const trace = plainResult(() => {
    const weights = viewWeights(shape, tensor1d(flat));
    return traceExample({ task: tinyTask, shape, weights, runId: 1, trainedSteps: 0 }, example);
  });
  return { trace, read: parameterReader(shape, flat) };
}

const numbersTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

function subjectsOf({ shape }: Trace, step: number): Subject[] {
  const ofLayers = numbersTo(shape.layers).flatMap((layer): Subject[] => [
    ...GATES[shape.cell].map((gate) => ({ kind: "gate" as const, gate, step, layer })),
    { kind: "memory", step, layer },
    { kind: "state", step, layer },
  ]);
  return [
    { kind: "input", step },
    { kind: "context", step },
    ...ofLayers,
    { kind: "combined", step },
    ...(step === 0 ? [{ kind: "previous" as const, step, layer: 0 }] : []),
  ];
}

/** Every number of a step that the model computes. */
function placesOf(trace: Trace, step: number): Place[] {
  const { source, shape } = trace;
  const units = Math.max(2 * shape.hiddenSize, shape.embeddingSize, shape.targetTokens);
  const pairs = source.flatMap((_, position): Place[] => [
    { kind: "score", step, position },
    { kind: "weight", step, position },
    ...numbersTo(hasInner(trace) ? shape.hiddenSize : 0).map((unit): Place => ({
      kind: "inner",
      step,
      position,
      unit,
    })),
  ]);
  const vectors = subjectsOf(trace, step).flatMap((subject) =>
    numbersTo(units).map((unit): Place => ({ kind: "unit", subject, unit })),
  );
  const tokens = numbersTo(shape.targetTokens).flatMap((token): Place[] => [
    { kind: "logit", step, token },
    { kind: "probability", step, token },
  ]);
  return [...pairs, ...vectors, ...tokens].filter((place) => hasPlace(trace, place));
}

/** What the trace says; for a probability what follows from its logits. Null: it says nothing. */
function expectedAt(trace: Trace, place: Place): number | null {
  if (place.kind !== "probability") return valueAt(trace, place);
  return softmax([...(trace.steps[place.step]?.logits ?? [])])[place.token] ?? null;
}

function computed(quantity: Quantity): number {
  switch (quantity.how) {
    case "given":
    case "hand":
      return quantity.value;
    case "sum":
      return quantity.terms.reduce((total, { value }) => total + value, 0);
    case "product":
      return quantity.factors.reduce((total, { value }) => total * value, 1);
    case "function":
      return applied(quantity.function, quantity.of.value);
    case "difference":
      return quantity.from.value - quantity.less.value;
    case "quotient":
      return quantity.above.value / quantity.below.value;
    case "largest":
      return Math.max(...quantity.among.map(({ value }) => value));
    default:
      return quantity satisfies never;
  }
}

function expectClose(a: number, b: number, tolerance: number, what: string): void {
  if (!(Math.abs(a - b) <= tolerance)) throw new Error(`${what}: expected ${b}, got ${a}`);
}

/** Every node follows from its children, and every leaf that is a place of the trace has the trace's number. */
function expectConsistent({ trace, read }: Given, quantity: Quantity, what: string): void {
  expectClose(computed(quantity), quantity.value, 1e-9, what);
  const { name } = quantity;
  if (name?.kind === "parameter")
    expectClose(quantity.value, read(name.name, name.row, name.column), 0, what);
  else if (name && name.kind !== "share") {
    const expected = expectedAt(trace, name);
    if (expected !== null) expectClose(quantity.value, expected, 1e-4, what);
  }
  for (const child of childrenOf(quantity)) expectConsistent({ trace, read }, child, what);
}

/** @returns how many numbers it checked */
function expectEveryNumberDerived(given: Given): number {
  let checked = 0;
  given.trace.steps.forEach((_, step) => {
    for (const place of placesOf(given.trace, step)) {
      const what = JSON.stringify(place);
      const quantity = derive(given, place);
      const isExpected = hasDerivation(given.trace, place);
      if (!quantity && !isExpected) continue; // a one-hot vector, or the encoder's last state
      if (!quantity || !isExpected) throw new Error(`${what}: expected a derivation or none`);
      expectConsistent(given, quantity, what);
      checked += 1;
    }
  });
  return checked;
}

describe("every number of a decode follows from the numbers before it", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("in every member of the family", () => {
    const members = familyShapes(4, 3).map((shape) => [memberName(shape), shape] as const);
    expectOfEvery(members, (shape) => {
      const given = decode(shape);
      const { hiddenSize: H, targetTokens: V } = shape;
      const least = decoderLayersOf(shape) * H + 2 * V; // states, logits and probabilities
      expect(expectEveryNumberDerived(given)).toBeGreaterThanOrEqual(
        least * given.trace.steps.length,
      );
    });
  });

  it.each(RECURRENT_PRESETS)("in the preset %s", (preset) => {
    const config = { ...withPreset(DEFAULT_CONFIG, preset), hiddenSize: 16 };
    const { trace, read } = decode(modelShape(config, 7, 7));
    const two = { ...trace, steps: trace.steps.slice(0, 2) };
    expect(expectEveryNumberDerived({ trace: two, read })).toBeGreaterThan(0);
  });
});

/** One edit of each kind that applies with attention. */
const EDITS: readonly Edit[] = [
  { kind: "feed", step: 0, token: "b" },
  { kind: "say", step: 1, token: "c" },
  { kind: "look", step: 1, weights: [0.1, 0.2, 0.3, 0.4] },
  { kind: "hide", position: 1 },
  { kind: "emptyContext", step: 1 },
  { kind: "emptyState", step: 1 },
  { kind: "swapStates", source: "bba" },
  { kind: "temperature", of: "attention", value: 2.5 },
  { kind: "padding", count: 2 },
];

describe("in an edited decode", () => {
  beforeAll(() => startNodeBackend("cpu"));

  const shapes = [
    tinyShape,
    { ...tinyShape, cell: "lstm", attention: "general", timing: "luong", inputFeeding: "on" },
  ] as const;

  it.each(EDITS)(
    "every number follows from the numbers before it, or a hand has set it: $kind",
    (edit) => {
      for (const shape of shapes)
        expect(expectEveryNumberDerived(decode(shape, [edit]))).toBeGreaterThan(0);
    },
  );

  it("says what a hand has set", () => {
    const how = (edit: Edit, place: Place) => derive(decode(tinyShape, [edit]), place)?.how;
    const [, , look, hide, context, state] = EDITS;
    if (!look || !hide || !context || !state) throw new Error("expected the edits");
    expect(how(look, { kind: "weight", step: 1, position: 0 })).toBe("hand");
    expect(how(look, { kind: "weight", step: 0, position: 0 })).toBe("quotient");
    expect(how(hide, { kind: "weight", step: 0, position: 1 })).toBe("hand");
    expect(how(hide, { kind: "weight", step: 0, position: 0 })).toBe("quotient");
    const unit = { kind: "unit", unit: 2 } as const;
    expect(how(context, { ...unit, subject: { kind: "context", step: 1 } })).toBe("hand");
    expect(how(context, { ...unit, subject: { kind: "context", step: 0 } })).toBe("sum");
    const before = { kind: "previous", step: 1, layer: 0 } as const;
    expect(how(state, { ...unit, subject: before })).toBe("hand");
    const score = derive(decode({ ...tinyShape, attention: "dot" }, [state]), {
      kind: "score",
      step: 1,
      position: 0,
    });
    const [term] = score?.how === "sum" ? score.terms : [];
    expect(term?.how === "product" && term.factors[0]).toMatchObject({ how: "hand", value: 0 });
  });
});

describe("the derivation of a number", () => {
  beforeAll(() => startNodeBackend("cpu"));

  it("has one term for each unit, each position or each part of the input", () => {
    const given = decode(tinyShape);
    const score = derive(given, { kind: "score", step: 1, position: 2 });
    expect(score?.how === "sum" && score.terms.length).toBe(tinyShape.hiddenSize);
    const subject = { kind: "gate", gate: "update", step: 1, layer: 0 } as const;
    const gate = derive(given, { kind: "unit", subject, unit: 3 });
    const inside = gate?.how === "function" ? gate.of : null;
    const shares = inside?.how === "sum" ? inside.terms.map(({ name }) => name) : [];
    expect(shares).toMatchObject([
      { kind: "share", share: "token" },
      { kind: "share", share: "context" },
      { kind: "parameter", name: "decoder.gru.bias_ih_l0" },
      { kind: "share", share: "state" },
      { kind: "parameter", name: "decoder.gru.bias_hh_l0" },
    ]);
  });

  it("exists only for numbers that the trace has", () => {
    const { trace } = decode(tinyShape);
    expect(hasPlace(trace, { kind: "score", step: 0, position: 3 })).toBe(true);
    expect(hasPlace(trace, { kind: "score", step: 0, position: 4 })).toBe(false);
    expect(hasPlace(trace, { kind: "inner", step: 0, position: 0, unit: 6 })).toBe(false);
    expect(hasPlace(trace, { kind: "probability", step: 0, token: 7 })).toBe(false);
    expect(hasPlace(trace, { kind: "logit", step: 99, token: 0 })).toBe(false);
  });
});
