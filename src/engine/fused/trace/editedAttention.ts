/** How a step attends where a hand has changed it. */
import type { EditPlan } from "../../decoding/editPlan";
import type { Attention } from "../attention";
import type { Matrix } from "../matrix";
import type { Ops } from "../ops";

/**
 * The attention of a step. Hidden positions are in its mask already.
 * The scores stay as the model computes them; a temperature or a row by hand decides the weights.
 */
export function editedAttention(
  ops: Ops,
  attention: Attention,
  { temperature, rows, emptyContexts }: EditPlan,
  t: number,
): Attention {
  const row = rows.get(t);
  const { score, values } = attention;
  return {
    ...attention,
    score: row
      ? { ...score, weights: (_query, mask) => byHand(ops, row, mask) }
      : temperature === 1
        ? score
        : { ...score, weights: tempered(ops, score.scores, temperature) },
    values: emptyContexts.has(t) ? ops.zeros(values.rows, values.cols) : values,
  };
}

/** The same row for each path; pads that it lacks get 0. mask [N, S] -> [N, S] */
function byHand(ops: Ops, row: readonly number[], { rows: N, cols: S }: Matrix): Matrix {
  return ops.matrix(
    Float32Array.from({ length: N * S }, (_, i) => row[i % S] ?? 0),
    N,
    S,
  );
}

/**
 * softmax(e / temperature) over the positions that are shown: the dot score of the rows e / temperature with the unit
 * vectors is e / temperature itself.
 */
function tempered(
  ops: Ops,
  scores: Attention["score"]["scores"],
  temperature: number,
): Attention["score"]["weights"] {
  return (query, mask) => {
    const { rows: N, cols: S } = mask;
    const factor = ops.matrix(new Float32Array(S).fill(1 / temperature), 1, S);
    const divided = ops.multiply(scores(query, S), factor); // [N, S]
    const units = new Float32Array(S * N * S); //              row (s, n): unit vector s
    for (let i = 0; i < S * N; i++) units[i * S + Math.floor(i / N)] = 1;
    return ops.dotWeights(divided, ops.matrix(units, S * N, S), mask);
  };
}
