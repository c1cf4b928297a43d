/** Scopes for computations that hand out plain data. */
import { engine } from "@tensorflow/tfjs-core";

/**
 * Runs a computation and disposes of every tensor it made, as `tidy` does, but for results that hold no tensor.
 * `tidy` would search the result for tensors to keep, element by element through every typed array.
 */
export function plainResult<T>(compute: () => T): T {
  engine().startScope();
  try {
    return compute();
  } finally {
    engine().endScope();
  }
}
