/** The training loss and its gradient in one pass over the logits. */
import type { Matrix } from "../matrix";
import type { CrossEntropy } from "../ops";
import { dense, expectShape, numbers } from "./storage";

/**
 * loss = -1/n sum of mask log softmax(x)_target, n = sum(mask)
 * dx   = (softmax(x) - onehot(target)) mask / n
 * logits [N, V], targets [N, 1], mask [N, 1] -> loss [1, 1], dLogits [N, V]
 */
export function crossEntropy(logits: Matrix, targets: Matrix, mask: Matrix): CrossEntropy {
  expectShape("crossEntropy", targets, logits.rows, 1);
  expectShape("crossEntropy", mask, logits.rows, 1);
  const [loss, dLogits] = [dense(1, 1), dense(logits.rows, logits.cols)];
  const [ids, real] = [numbers(targets), numbers(mask)];
  let count = 0;
  for (let n = 0; n < mask.rows; n++) count += real[mask.offset + n * mask.stride] as number;
  let total = 0;
  for (let n = 0; n < logits.rows; n++) {
    const weight = real[mask.offset + n * mask.stride] as number;
    if (weight === 0) continue;
    const target = ids[targets.offset + n * targets.stride] as number;
    if (!(target >= 0 && target < logits.cols))
      throw new Error(`fused, crossEntropy: expected a target below ${logits.cols}, got ${target}`);
    total += weight * rowLoss(logits, n, dLogits.data);
    const at = n * logits.cols;
    total -= weight * (numbers(logits)[logits.offset + n * logits.stride + target] as number);
    scaleRow(dLogits.data, at, { cols: logits.cols, target, share: weight / count });
  }
  loss.data[0] = total / count;
  return { loss, dLogits };
}

/** Writes softmax(x_n) into `into`; returns log sum exp(x_n). */
function rowLoss(logits: Matrix, n: number, into: Float32Array): number {
  const [x, from, at] = [numbers(logits), logits.offset + n * logits.stride, n * logits.cols];
  let largest = Number.NEGATIVE_INFINITY;
  for (let v = 0; v < logits.cols; v++) largest = Math.max(largest, x[from + v] as number);
  let sum = 0;
  for (let v = 0; v < logits.cols; v++) {
    const power = Math.exp((x[from + v] as number) - largest);
    into[at + v] = power;
    sum += power;
  }
  for (let v = 0; v < logits.cols; v++) into[at + v] = (into[at + v] as number) / sum;
  return largest + Math.log(sum);
}

interface Row {
  readonly cols: number;
  readonly target: number;
  readonly share: number; // mask / n
}

function scaleRow(y: Float32Array, at: number, { cols, target, share }: Row): void {
  y[at + target] = (y[at + target] as number) - 1;
  for (let v = 0; v < cols; v++) y[at + v] = (y[at + v] as number) * share;
}
