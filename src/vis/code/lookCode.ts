/**
 * One look of a Transformer's decoder at the source as PyTorch code, for all heads of a layer at once.
 * Given: the `model` of the whole program, `state` [1, d] after its norm, and the encoder's states `memory` [S, d].
 */
import type { Trace } from "../../engine/results/trace";
import { headsOf } from "../../engine/setup/modelShape";
import { type CodeLine, lineOf, type NamedTensor, type Statement } from "./codeLine";

export function lookGiven({ shape, source }: Trace): readonly NamedTensor[] {
  const { hiddenSize: d } = shape;
  return [
    { name: "state", shape: [1, d] },
    { name: "memory", shape: [source.length, d] },
  ];
}

/** @param layer 0-based */
export function lookCode({ shape, source }: Trace, layer: number): readonly CodeLine[] {
  const { hiddenSize: d } = shape;
  const [h, S] = [headsOf(shape), source.length];
  const D = d / h;
  const project = (name: string, part: string, from: string, rows: number): Statement => [
    `${name} = (${from} @ W_${part}.T + b_${part}).view(${rows}, ${h}, ${D}).transpose(0, 1)`,
    [h, rows, D],
  ];
  const statements: readonly Statement[] = [
    ["from math import sqrt"],
    ["from torch import softmax"],
    [`attention = model.decoder.layers[${layer}].multihead_attn`],
    ["W_q, W_k, W_v = attention.in_proj_weight.chunk(3)", [d, d], [d, d], [d, d]],
    ["b_q, b_k, b_v = attention.in_proj_bias.chunk(3)", [d], [d], [d]],
    project("queries", "q", "state", 1),
    project("keys", "k", "memory", S),
    project("values", "v", "memory", S),
    [`scores = queries @ keys.transpose(1, 2) / sqrt(${D})`, [h, 1, S]],
    ["weights = softmax(scores, dim=-1)", [h, 1, S]],
    ["contexts = weights @ values", [h, 1, D]],
    [`output = attention.out_proj(contexts.transpose(0, 1).reshape(1, ${d}))`, [1, d]],
  ];
  return statements.map((statement) => lineOf([], statement));
}
