/** The synthetic traces are consistent for every model, so other tests can rely on them. */
import { expect, test } from "vitest";
import { FIELDS } from "../../engine/setup/config";
import { feedsInput, keySize, tokenSize } from "../../engine/setup/modelShape";
import { topLayer, type Trace } from "../../engine/results/trace";
import { makeTrace, type TraceOptions } from "./traces";

const MEMBERS = FIELDS.cell.options.flatMap((cell) =>
  [1, 2].flatMap((layers) =>
    FIELDS.direction.options.flatMap((direction) =>
      FIELDS.attention.options.flatMap((attention) =>
        FIELDS.timing.options.map((timing): TraceOptions => {
          const feeding = {
            inputFeeding: "on",
            tokenInput: "onehot",
            sourceOrder: "reversed",
          } as const;
          return { source: ["c", "a", "t"], cell, layers, direction, attention, timing, ...(layers === 2 && feeding) }; // prettier-ignore
        }),
      ),
    ),
  ),
);

function numbersOf(value: unknown): number[] {
  if (value instanceof Float32Array) return [...value];
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersOf) : [];
}

function expectSizes({ shape, encoder, steps }: Trace): void {
  const K = keySize(shape);
  expect(encoder.states.columns).toBe(K);
  expect(encoder.embeddings.columns).toBe(tokenSize(shape, "encoder"));
  expect(encoder.lower !== null).toBe(shape.layers === 2);
  for (const step of steps) {
    expect(step.layers).toHaveLength(shape.layers);
    expect(topLayer(step).after.h).toHaveLength(shape.hiddenSize);
    expect(topLayer(step).after.c !== null).toBe(shape.cell === "lstm");
    expect(step.attention?.context.length ?? K).toBe(K);
    expect(step.fedAttentional !== null).toBe(feedsInput(shape));
    expect(step.embedding).toHaveLength(tokenSize(shape, "decoder"));
  }
}

test(`all ${MEMBERS.length} members have finite numbers in vectors of the right sizes`, () => {
  for (const member of MEMBERS) {
    const trace = makeTrace(member);
    expectSizes(trace);
    expect(numbersOf(trace).every(Number.isFinite)).toBe(true);
  }
});

test("a layer starts from its state of the step before", () => {
  const { steps } = makeTrace({ cell: "lstm", layers: 2 });
  steps
    .slice(1)
    .forEach(({ layers }, t) =>
      layers.forEach(({ before }, l) => expect(before).toBe(steps[t]?.layers[l]?.after)),
    );
});

test("sampling can choose a wrong token although the right one is likelier", () => {
  const step = makeTrace({ decoding: "sampling", wrong: [2] }).steps[2];
  expect(step?.top[0]?.token.id).not.toBe(step?.chosen.id);
  expect(step?.top[1]?.token.id).toBe(step?.chosen.id);
});

test("a beam keeps at most its width and contains the answer", () => {
  const { decoding, steps } = makeTrace({ decoding: "beam", wrong: [2] });
  if (decoding.kind !== "beam") throw new Error(decoding.kind);
  steps.forEach((_, t) => {
    const alive = decoding.nodes.filter(({ step, fate }) => step === t && fate !== "pruned");
    expect(alive.length).toBeLessThanOrEqual(decoding.width);
  });
  const answer = decoding.nodes.filter(({ isAnswer }) => isAnswer);
  expect(answer.map(({ token }) => token.id)).toEqual(steps.map(({ chosen }) => chosen.id));
});
