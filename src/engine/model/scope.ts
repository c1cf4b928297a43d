/** Tensor scopes for computations that return plain data. */
import { engine } from "@tensorflow/tfjs-core";

/**
 * Runs a computation and disposes of all its tensors, like `tidy`, for results without tensors.
 * `tidy` would search every element of every typed array in the result for tensors to keep.
 */
export function plainResult<T>(compute: () => T): T {
  engine().startScope();
  try {
    return compute();
  } finally {
    engine().endScope();
  }
}
