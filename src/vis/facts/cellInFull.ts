/** One cell of the map of a head, written out: its score term by term, its weight, and what it adds to the context. */
import type { HeadTrace } from "../../engine/results/trace";
import { rowOf } from "./heads";
import { lookOf } from "./scaling";

export interface ScoreTerm {
  readonly unit: number; // 0-based
  readonly query: number;
  readonly key: number;
  readonly product: number;
}

export interface ContextTerm {
  readonly position: number; // 0-based
  readonly weight: number;
  readonly value: number;
  readonly product: number;
}

export interface CellInFull {
  readonly terms: readonly ScoreTerm[]; // of q.k, the largest first
  readonly product: number; //  q.k
  readonly size: number; //     of the query
  readonly score: number; //    q.k / sqrt(size), or q.k without the division
  readonly largest: number; //  the largest score of the row
  readonly power: number; //    exp(score - largest)
  readonly total: number; //    of the powers of the row
  readonly weight: number;
}

/**
 * @param position: 0-based row and column
 * @param scales whether the scores are divided, as the model does
 */
export function cellInFull(
  head: HeadTrace,
  { step, position, scales }: { step: number; position: number; scales: boolean },
): CellInFull {
  const [query, key] = [rowOf(head.queries, step), rowOf(head.keys, position)];
  const { scores } = lookOf(head, step, scales);
  const terms = Array.from(query, (q, unit): ScoreTerm => {
    const k = key[unit] ?? 0;
    return { unit, query: q, key: k, product: q * k };
  });
  const product = terms.reduce((sum, each) => sum + each.product, 0);
  const largest = Math.max(...scores);
  const score = scales ? product / Math.sqrt(query.length) : product;
  const power = Math.exp(score - largest);
  const total = scores.reduce((sum, each) => sum + Math.exp(each - largest), 0);
  return {
    terms: terms.toSorted((a, b) => Math.abs(b.product) - Math.abs(a.product)),
    product,
    size: query.length,
    score,
    largest,
    power,
    total,
    weight: power / total,
  };
}

/**
 * The terms of one number of the context, by source token.
 * @param weights of the source tokens
 * @param unit 0-based
 */
export function contextTerms(
  head: HeadTrace,
  weights: readonly number[],
  unit: number,
): readonly ContextTerm[] {
  return weights.map((weight, position): ContextTerm => {
    const value = rowOf(head.values, position)[unit] ?? 0;
    return { position, weight, value, product: weight * value };
  });
}

/** The context that follows from these weights of the source tokens. */
export function contextOf(head: HeadTrace, weights: readonly number[]): Float32Array {
  const sumOf = (unit: number): number =>
    contextTerms(head, weights, unit).reduce((sum, { product }) => sum + product, 0);
  return Float32Array.from({ length: head.values.columns }, (_, unit) => sumOf(unit));
}
