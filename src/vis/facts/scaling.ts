/** One head's look at the source with and without the division of its scores by the root of the head's size. */
import { entropyOf } from "../../engine/results/entropy";
import type { HeadTrace } from "../../engine/results/trace";
import { rowOf } from "./heads";

export interface Look {
  readonly products: readonly number[]; // q.k
  readonly scores: readonly number[]; //   what softmax reads
  readonly weights: readonly number[];
  readonly largest: number; //             the largest weight
  readonly entropy: number; //             of the weights, in nats
}

/** d/h: the length of a query. */
export function headSize({ queries }: HeadTrace): number {
  return queries.columns;
}

/** @param scales whether the scores are divided, as the model does */
export function lookOf(head: HeadTrace, step: number, scales: boolean): Look {
  const root = Math.sqrt(headSize(head));
  const divided = Array.from(rowOf(head.scores, step));
  const products = divided.map((score) => score * root);
  const scores = scales ? divided : products;
  const weights = scales ? Array.from(rowOf(head.weights, step)) : softmax(products);
  return {
    products,
    scores,
    weights,
    largest: Math.max(...weights),
    entropy: entropyOf(Float32Array.from(weights)),
  };
}

function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, each) => sum + each, 0);
  return powers.map((each) => each / total);
}
