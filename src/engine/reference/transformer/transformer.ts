/**
 * The Transformer's forward equations in plain arrays and double precision: one example, no padding, every position on
 * its own. A norm stands before every part, and what the part says is added to its input.
 */
import type { ModelShape } from "../../setup/modelShape";
import type { TransformerLayerName } from "../../setup/transformerParameters";
import { at, plus, softmax, times, type Vector } from "../linearAlgebra";
import { type Reference, row } from "../parameters";
import { SOS } from "../../text/tokens";
import { attendWithHeads, type ReferenceHeads } from "./attention";
import { referenceEmbed, referenceFeedForward, referenceNorm } from "./parts";

export interface ReferenceEncoderLayer {
  readonly attended: ReferenceHeads;
  readonly states: readonly Vector[]; // S of [d]
}

export interface ReferenceMemory {
  readonly layers: readonly ReferenceEncoderLayer[]; // bottom first
  readonly states: readonly Vector[]; //                S of [d], after the last norm
}

export interface ReferenceDecoderLayer {
  readonly self: ReferenceHeads;
  readonly cross: ReferenceHeads;
  readonly states: readonly Vector[]; // T of [d]
}

export interface ReferenceDecoded {
  readonly layers: readonly ReferenceDecoderLayer[];
  readonly readout: readonly Vector[]; // T of [d], after the last norm
  readonly logits: readonly Vector[]; //  T of [V]
}

/** x + y at every position. */
const added = (x: readonly Vector[], y: readonly Vector[]): Vector[] =>
  x.map((vector, i) => plus(vector, row(y, i)));

/** Reads a source: every token sees all of it. */
export function referenceRead(p: Reference, shape: ModelShape, ids: Vector): ReferenceMemory {
  let x: readonly Vector[] = referenceEmbed(p, shape, "encoder", ids);
  const layers = Array.from({ length: shape.layers }, (_, l): ReferenceEncoderLayer => {
    const layer: TransformerLayerName = `encoder.layers.${l}`;
    const even = x.map((each) => referenceNorm(p, `${layer}.norm1`, each));
    const looks = { from: even, to: even, sees: () => ids.length };
    const attended = attendWithHeads(p, shape, { layer, attention: "self_attn" }, looks);
    x = added(x, attended.output);
    x = added(x, fedForward(p, layer, 2, x));
    return { attended, states: x };
  });
  return { layers, states: x.map((each) => referenceNorm(p, "encoder.norm", each)) };
}

/** Norm and feed-forward network at every position. */
function fedForward(
  p: Reference,
  layer: TransformerLayerName,
  norm: 2 | 3,
  x: readonly Vector[],
): Vector[] {
  return x.map((each) =>
    referenceFeedForward(p, layer, referenceNorm(p, `${layer}.norm${norm}`, each)),
  );
}

/** Decodes known inputs: position t sees the positions up to its own, and the whole source. */
export function referenceDecodeAll(
  p: Reference,
  shape: ModelShape,
  { states }: Pick<ReferenceMemory, "states">,
  inputs: Vector,
): ReferenceDecoded {
  let x: readonly Vector[] = referenceEmbed(p, shape, "decoder", inputs);
  const layers = Array.from({ length: shape.layers }, (_, l): ReferenceDecoderLayer => {
    const layer: TransformerLayerName = `decoder.layers.${l}`;
    const even = x.map((each) => referenceNorm(p, `${layer}.norm1`, each));
    const own = { from: even, to: even, sees: (t: number) => t + 1 };
    const self = attendWithHeads(p, shape, { layer, attention: "self_attn" }, own);
    x = added(x, self.output);
    const asks = x.map((each) => referenceNorm(p, `${layer}.norm2`, each));
    const source = { from: asks, to: states, sees: () => states.length };
    const cross = attendWithHeads(p, shape, { layer, attention: "multihead_attn" }, source);
    x = added(x, cross.output);
    x = added(x, fedForward(p, layer, 3, x));
    return { self, cross, states: x };
  });
  const readout = x.map((each) => referenceNorm(p, "decoder.norm", each));
  const logits = readout.map((each) =>
    plus(times(each, p("decoder.out.weight")), row(p("decoder.out.bias"))),
  );
  return { layers, readout, logits };
}

/** Sum of -ln p(target) over the steps of one example. `inputs` and `targets` have one id for each step. */
export function transformerLoss(
  p: Reference,
  shape: ModelShape,
  example: { readonly source: Vector; readonly inputs: Vector; readonly targets: Vector },
): number {
  const memory = referenceRead(p, shape, example.source);
  const { logits } = referenceDecodeAll(p, shape, memory, example.inputs);
  return example.targets.reduce(
    (loss, target, t) => loss - Math.log(at(softmax(row(logits, t)), target)),
    0,
  );
}

/** The greedy tokens of the first `steps` steps; decoding does not stop at <eos>. */
export function transformerGreedy(
  p: Reference,
  shape: ModelShape,
  ids: Vector,
  steps: number,
): number[] {
  const memory = referenceRead(p, shape, ids);
  const inputs: number[] = [SOS];
  while (inputs.length <= steps) {
    const last = referenceDecodeAll(p, shape, memory, inputs).logits.at(-1) ?? [];
    inputs.push(last.indexOf(Math.max(...last)));
  }
  return inputs.slice(1);
}
