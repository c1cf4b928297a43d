/** What an edited decode attends to: other states, pads behind the source, hidden tokens, and weights by hand. */
import { concat, div, type Tensor, tensor, tile, zeros, zerosLike } from "@tensorflow/tfjs-core";
import {
  alignmentOf,
  type Attend,
  attendTo,
  contextOf,
  type Memory,
  prepareScore,
} from "../model/attention";
import type { Handover } from "../model/seq2seq";
import type { EditPlan } from "./editPlan";

/** Behind the states of a source, one state of 0 for each pad. [1, S, N] -> [1, S + pads, N] */
export function withPads(states: Tensor, pads: number): Tensor {
  if (pads === 0) return states;
  return concat([states, zeros([1, pads, states.shape[2] ?? 0])], 1);
}

/**
 * The memory of an edited decode; null without attention.
 * @param read the source whose states are attended to: the example's own, or another one in its place
 */
export function editedMemory(
  { decoder, memory }: Handover,
  { hidden, pads }: EditPlan,
  read: Handover,
): Memory | null {
  if (!memory || !read.memory) return null;
  const { weights, shape } = decoder;
  const values = withPads(read.memory.values, pads); // [1, S, K]
  const S = values.shape[1] ?? 0;
  const isShown = Array.from({ length: S }, (_, s) => !hidden.has(s));
  const score = pads === 0 ? read.memory.score : prepareScore(weights, shape, values);
  return { values, score, mask: tensor(isShown, [1, S], "bool") };
}

/** How this step attends. */
export function editedAttend(memory: Memory, plan: EditPlan, step: number): Attend {
  const { temperature, rows, emptyContexts } = plan;
  const row = rows.get(step);
  const isEmpty = emptyContexts.has(step);
  if (!row && !isEmpty && temperature === 1) return attendTo(memory);
  const { score, values, mask } = memory;
  return (query) => {
    const scores = score(query); //                                        e  [N, S]
    const weights = row
      ? byHand(row, scores.shape as [number, number])
      : alignmentOf(temperature === 1 ? scores : div(scores, temperature), mask);
    const context = contextOf(weights, values);
    return { scores, weights, context: isEmpty ? zerosLike(context) : context };
  };
}

/** The same row for each of N paths; pads that it lacks get 0. */
function byHand(row: readonly number[], [N, S]: readonly [number, number]): Tensor {
  const weights = Array.from({ length: S }, (_, s) => row[s] ?? 0);
  return tile(tensor(weights, [1, S]), [N, 1]);
}
