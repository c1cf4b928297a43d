/** The parts of a Transformer that look at one position alone, in plain arrays. */
import type { Side } from "../../setup/learnedParameters";
import type { ModelShape } from "../../setup/modelShape";
import { sinusoid } from "../../setup/positions";
import {
  LEARNED_POSITIONS,
  type NormName,
  type TransformerLayerName,
} from "../../setup/transformerParameters";
import { at, plus, times, type Vector } from "../linearAlgebra";
import { type Reference, row } from "../parameters";

const NORM_EPSILON = 1e-5; // as in nn.LayerNorm

/** The tokens' vectors, each with that of its position added. n of [d] */
export function referenceEmbed(
  p: Reference,
  shape: ModelShape,
  side: Side,
  ids: Vector,
): readonly Vector[] {
  const table = p(`${side}.embedding.weight`);
  return ids.map((id, place) => plus(row(table, id), positionOf(p, shape, side, place)));
}

function positionOf(
  p: Reference,
  { positions, hiddenSize }: ModelShape,
  side: Side,
  place: number,
): Vector {
  switch (positions) {
    case "sinusoidal":
      return sinusoid(place, hiddenSize);
    case "learned":
      return row(p(`${side}.positions.weight`), Math.min(place, LEARNED_POSITIONS - 1));
    default:
      return positions satisfies never;
  }
}

/** (x - mean) / sqrt(variance + epsilon) * weight + bias (Ba et al. 2016). [d] */
export function referenceNorm(p: Reference, name: NormName, x: Vector): Vector {
  const mean = average(x);
  const centred = x.map((value) => value - mean);
  const deviation = Math.sqrt(average(centred.map((value) => value ** 2)) + NORM_EPSILON);
  const [weight, bias] = [row(p(`${name}.weight`)), row(p(`${name}.bias`))];
  return centred.map((value, i) => (value / deviation) * at(weight, i) + at(bias, i));
}

function average(x: Vector): number {
  return x.reduce((sum, value) => sum + value, 0) / x.length;
}

/** relu(x W1 + b1) W2 + b2. [d] -> [d] */
export function referenceFeedForward(p: Reference, layer: TransformerLayerName, x: Vector): Vector {
  const linear = (part: 1 | 2, input: Vector): Vector =>
    plus(times(input, p(`${layer}.linear${part}.weight`)), row(p(`${layer}.linear${part}.bias`)));
  return linear(
    2,
    linear(1, x).map((value) => Math.max(0, value)),
  );
}
