/** Compares the gradient's roads with finite differences, and with each other. */
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../testing/closeness";
import { expectOfEvery } from "../../../testing/expectOfEvery";
import { familyShapes, memberName } from "../../../testing/family";
import { worstError } from "../../../testing/worstError";
import type { ReferenceState } from "../../cells/cell";
import { DECODER_ROADS, ENCODER_ROADS, type Gradient, type LossOf } from "../../results/roads";
import { createRandom } from "../../rng";
import { initialParameters } from "../../setup/learnedParameters";
import type { ModelShape } from "../../setup/modelShape";
import { EOS, SOS } from "../../text/tokens";
import { referenceEncode, type Touch } from "../encoder";
import { at, softmax } from "../linearAlgebra";
import { referenceParameters } from "../parameters";
import { referenceInitial, referenceStep } from "../seq2seq";
import { gradientRoads } from "./roads";

const EXAMPLE = { source: [4, 6, 5, EOS], inputs: [SOS, 5, 4], targets: [5, 4, EOS] };
const [H, E] = [3, 2];
const TOKEN = 1; // neither the first nor the last, so that later steps have no part in the loss
const STEP = 1e-5;
const TOLERANCE = 1e-6; // of central differences, as a share of the largest
const MEMBERS = familyShapes(H, E)
  .filter(({ tokenInput }) => tokenInput === "learned")
  .map((shape) => [memberName(shape), shape] as const);

/** PyTorch's first weights are small, and differences of small gradients are noise. */
const weightsOf = (shape: ModelShape): number[] =>
  Array.from(initialParameters(shape, createRandom(3)), (value) => 1.5 * value);

interface Change {
  readonly encoder?: Touch;
  readonly decoder?: (state: ReferenceState, t: number) => ReferenceState;
}

/** The loss of a step by the forward equations alone, with a change of some states. */
function lossWith(shape: ModelShape, flat: number[], change: Change): number {
  const p = referenceParameters(shape, flat);
  const source = referenceEncode(p, shape, EXAMPLE.source, change.encoder);
  let before = referenceInitial(shape, source);
  const logits = EXAMPLE.inputs.map((id, t) => {
    const touch = (state: ReferenceState): ReferenceState => change.decoder?.(state, t) ?? state;
    const step = referenceStep(p, shape, source, { id, before, touch });
    before = step.next;
    return step.logits;
  });
  return -Math.log(at(softmax(logits[TOKEN] ?? []), at(EXAMPLE.targets, TOKEN)));
}

/** The state with one number changed. h follows the memory: h = o * tanh(c). */
function nudged(state: ReferenceState, part: "h" | "c", unit: number, by: number): ReferenceState {
  const add = (x: number, i: number): number => (i === unit ? x + by : x);
  if (part === "h") return { ...state, h: state.h.map(add) };
  const { h, c } = { h: state.h, c: state.c ?? [] };
  const gate = h.map((x, i) => x / Math.tanh(at(c, i)));
  const after = c.map(add);
  return { h: gate.map((o, i) => o * Math.tanh(at(after, i))), c: after };
}

/** dL by central differences, [rows, size], by unit of a state. */
function differences(
  rows: number,
  size: number,
  loss: (row: number, unit: number, by: number) => number,
): number[] {
  return Array.from({ length: rows * size }, (_, i) => {
    const [row, unit] = [Math.floor(i / size), i % size];
    return (loss(row, unit, STEP) - loss(row, unit, -STEP)) / (2 * STEP);
  });
}

/** By the encoder's states or memories: unit H of a state in two directions is unit 0 of the backward one. */
function encoderDifferences(shape: ModelShape, flat: number[], part: "h" | "c"): number[] {
  const top = shape.layers - 1;
  const K = shape.direction === "bidirectional" ? 2 * H : H;
  return differences(EXAMPLE.source.length, K, (row, unit, by) => {
    const layer = unit < H ? `l${top}` : `l${top}_reverse`;
    const encoder: Touch = (state, at_, position) =>
      at_ === layer && position === row ? nudged(state, part, unit % H, by) : state;
    return lossWith(shape, flat, { encoder });
  });
}

const decoderDifferences = (shape: ModelShape, flat: number[]): number[] =>
  differences(EXAMPLE.inputs.length, H, (row, unit, by) =>
    lossWith(shape, flat, {
      decoder: (state, t) => (t === row ? nudged(state, "h", unit, by) : state),
    }),
  );

/** The sum of all roads. */
function whole<Road extends string>(
  parts: Readonly<Record<Road, Gradient>>,
  roads: readonly Road[],
): number[] {
  const data = roads.map((road) => parts[road].data);
  return Array.from(data[0] ?? [], (_, i) => data.reduce((sum, each) => sum + (each[i] ?? 0), 0));
}

const isZero = ({ data }: Gradient): boolean => data.every((x) => x === 0);

const roadsOf = (shape: ModelShape, of: LossOf) =>
  gradientRoads(shape, weightsOf(shape), EXAMPLE, of);

describe(`the roads of all ${MEMBERS.length} members`, () => {
  it("add up to the difference quotients of the loss by every state", () => {
    expectOfEvery(MEMBERS, (shape) => {
      const flat = weightsOf(shape);
      const { encoder, decoder } = roadsOf(shape, TOKEN);
      expectClose(
        whole(encoder.states, ENCODER_ROADS),
        encoderDifferences(shape, flat, "h"),
        TOLERANCE,
      );
      expectClose(
        whole(decoder, DECODER_ROADS).slice(H), // s(0) is no step's state
        decoderDifferences(shape, flat),
        TOLERANCE,
      );
      expect(encoder.memories !== null).toBe(shape.cell === "lstm");
      if (encoder.memories)
        expectClose(
          whole(encoder.memories, ENCODER_ROADS),
          encoderDifferences(shape, flat, "c"),
          TOLERANCE,
        );
    });
  });

  it("of the mean loss are the mean of the roads of every token", () => {
    expectOfEvery(MEMBERS, (shape) => {
      const all = roadsOf(shape, "all");
      const each = EXAMPLE.targets.map((_, t) => roadsOf(shape, t));
      for (const road of ENCODER_ROADS) {
        const mean = Array.from(
          all.encoder.states[road].data,
          (_, i) =>
            each.reduce((sum, one) => sum + at([...one.encoder.states[road].data], i), 0) /
            each.length,
        );
        expect(worstError(all.encoder.states[road].data, mean)).toBeLessThan(1e-12);
      }
    });
  });
});

describe("the roads", () => {
  const shapes = MEMBERS.map(([, shape]) => shape);

  it("without attention all lead round the corner", () => {
    const none = shapes.filter(({ attention }) => attention === "none");
    for (const shape of none) {
      const { encoder, decoder, cells } = roadsOf(shape, TOKEN);
      expect([encoder.states.values, encoder.states.scores].every(isZero)).toBe(true);
      expect([decoder.query, cells.values, cells.scores].every(isZero)).toBe(true);
      expect(isZero(encoder.states.corner)).toBe(false);
    }
  });

  it("do not touch the states after the step of the loss", () => {
    for (const shape of shapes) {
      const { decoder } = roadsOf(shape, TOKEN);
      const later = whole(decoder, DECODER_ROADS).slice((TOKEN + 2) * H);
      expect(later).toEqual([0, 0, 0]);
    }
  });

  it("arrive at a column directly through its own cells", () => {
    const [shape] = shapes.filter(({ attention }) => attention === "dot");
    if (!shape) throw new Error("expected a member with the dot score");
    const { encoder, cells } = roadsOf(shape, 0); // one row, so lengths add up
    const direct = encoder.direct.values;
    const lengths = EXAMPLE.source.map((_, s) =>
      Math.hypot(...direct.data.slice(s * direct.size, (s + 1) * direct.size)),
    );
    const own = cells.values.data.slice(0, EXAMPLE.source.length);
    expect(worstError(own, lengths)).toBeLessThan(1e-12);
  });
});
