/** The kernels and their memory, which every operation uses. */
import type { Matrix } from "../matrix";
import type { Kernels } from "./kernels";
import type { Memory } from "./memory";

export interface Machine {
  readonly kernels: Kernels;
  readonly memory: Memory;
}

/**
 * Calls a kernel.
 * @param operands each becomes two arguments, its offset and its stride; 0 and 0 for null
 * @param others the arguments that follow
 */
export function run<Result>(
  kernel: (...numbers: number[]) => Result,
  operands: readonly (Matrix | null)[],
  others: readonly number[],
): Result {
  const numbers: number[] = [];
  for (const m of operands) numbers.push(m ? m.offset : 0, m ? m.stride : 0);
  return kernel(...numbers, ...others);
}
