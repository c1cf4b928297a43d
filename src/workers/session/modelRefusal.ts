/** Work on a model file that the page may have to refuse. */
import { ModelFileError } from "../../engine/files/modelProblem";
import type { Event, RequestId } from "../protocol";

/** Runs the work. Where it refuses the file, the page gets the problem and nothing changes. */
export async function orRefuse(
  requestId: RequestId,
  post: (event: Event) => void,
  work: () => void | Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ModelFileError)) throw error;
    post({ type: "modelRefused", requestId, problem: error.problem });
  }
}
