/** The gradient's roads of one example (`results/roads.ts`), in plain arrays and double precision. */
import {
  DECODER_ROADS,
  ENCODER_ROADS,
  type Gradient,
  type LossOf,
  type Roads,
  type RoadsExample,
} from "../../results/roads";
import { type ModelShape, keySize } from "../../setup/modelShape";
import { referenceEncode } from "../encoder";
import { at, plus, softmax, type Vector, zeros } from "../linearAlgebra";
import { referenceParameters } from "../parameters";
import { referenceInitial, referenceStep } from "../seq2seq";
import type { SourcedModel } from "./attention";
import { decoderBackward, type DecoderGradient, type MadeDecoderStep } from "./decoder";
import { bridgeBackward, encoderBackward, type EncoderGradient, nothingLast } from "./encoder";

/** @param flat the parameters [P] */
export function gradientRoads(
  shape: ModelShape,
  flat: ArrayLike<number>,
  example: RoadsExample,
  of: LossOf,
): Roads {
  const p = referenceParameters(shape, Array.from(flat));
  const source = referenceEncode(p, shape, example.source);
  const model = { p, shape, source };
  const steps = madeSteps(model, example, of);
  const back = decoderBackward(model, steps);
  return {
    losses: steps.map(({ step }, t) => -Math.log(at(softmax(step.logits), at(example.targets, t)))),
    encoder: encoderRoads(model, back),
    decoder: byRoad(DECODER_ROADS, (road) => gradient(back.states.map((state) => state[road]))),
    cells: throughCells(back, source.states.length),
  };
}

/** The forward pass, with the gradient of each step's logits. */
function madeSteps(
  { p, shape, source }: SourcedModel,
  { inputs, targets }: RoadsExample,
  of: LossOf,
): MadeDecoderStep[] {
  let before = referenceInitial(shape, source);
  return targets.map((target, t): MadeDecoderStep => {
    const step = referenceStep(p, shape, source, { id: at(inputs, t), before });
    const share = of === "all" ? 1 / targets.length : Number(of === t); // of this step in the loss
    const probabilities = softmax(step.logits);
    const dLogits = probabilities.map((y, i) => share * (y - Number(i === target))); // of -ln p(target)
    const made = { before, step, dLogits };
    before = step.next;
    return made;
  });
}

function encoderRoads(model: SourcedModel, back: DecoderGradient): Roads["encoder"] {
  const { p, shape, source } = model;
  const nothing = source.states.map(() => zeros(keySize(shape)));
  const direct = { values: leftAs(back, "values", nothing), keys: leftAs(back, "keys", nothing) };
  const through = (states: readonly Vector[]): EncoderGradient =>
    encoderBackward(model, { states, last: nothingLast(shape) });
  const last = bridgeBackward(p, shape, back.initial);
  const found = {
    values: through(direct.values),
    scores: through(direct.keys),
    corner: encoderBackward(model, { states: nothing, last }),
  };
  return {
    states: byRoad(ENCODER_ROADS, (road) => gradient(found[road].states)),
    memories:
      found.corner.memories &&
      byRoad(ENCODER_ROADS, (road) => gradient(found[road].memories ?? [])),
    direct: { values: gradient(direct.values), scores: gradient(direct.keys) },
  };
}

/** What each encoder state gives to all steps, as a value or as a key. S of [K] */
function leftAs(
  { attended }: DecoderGradient,
  as: "values" | "keys",
  nothing: readonly Vector[],
): readonly Vector[] {
  return attended.reduce<readonly Vector[]>(
    (total, step) => (step ? total.map((sum, s) => plus(sum, step[as][s] ?? [])) : total),
    nothing,
  );
}

function throughCells({ attended }: DecoderGradient, S: number): Roads["cells"] {
  const lengths = (as: "values" | "keys"): Gradient =>
    gradient(attended.map((step) => (step ? step[as].map((d) => Math.hypot(...d)) : zeros(S))));
  return { values: lengths("values"), scores: lengths("keys") };
}

function gradient(rows: readonly Vector[]): Gradient {
  return { rows: rows.length, size: rows[0]?.length ?? 0, data: Float64Array.from(rows.flat()) };
}

function byRoad<Road extends string>(
  roads: readonly Road[],
  of: (road: Road) => Gradient,
): Readonly<Record<Road, Gradient>> {
  return Object.fromEntries(roads.map((road) => [road, of(road)])) as Record<Road, Gradient>;
}
