/** Facts of a trace alone, for tests of questions and judges. */
import type { Trace } from "../../engine/results/trace";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { Facts } from "../facts";
import { sceneFacts } from "../sceneFacts";

/** An idle page whose stage shows this trace of a shipped model. */
export function factsOf(trace: Trace, change: Partial<Facts> = {}): Facts {
  return { ...sceneFacts(trace, DEFAULT_CONFIG), runId: 1, ...change };
}
