/** The picture of a run whose weights may have grown without bound: a trace has finite numbers only. */
import { isAllFinite } from "../../engine/results/finite";
import type { Trace } from "../../engine/results/trace";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { traceBuffer } from "./traceRun";

interface FiniteTrace {
  /** Null: not even the newest snapshot gives finite numbers. */
  readonly trace: Trace | null;
  /** Whether the trace is of the newest snapshot, because the present weights give no finite numbers. */
  readonly isOfEarlier: boolean;
}

/**
 * Decodes with these weights, or with the newest snapshot where their numbers are not finite. The trace then names the
 * snapshot's update, so the page says that it shows an earlier one.
 * @param past weights of an earlier step; null: the current weights
 */
export async function decodeFinite(
  run: Run,
  past: Snapshot | null,
  decode: (past: Snapshot | null) => Promise<Trace>,
): Promise<FiniteTrace> {
  const { snapshots } = run; // of the call: a later one may be of other weights
  const newest = snapshots.all.at(-1) ?? null;
  const trace = await decode(past);
  if (isFinite(trace)) return { trace, isOfEarlier: false };
  const earlier = newest && (await decode(newest));
  if (!newest || !earlier || !isFinite(earlier)) return { trace: null, isOfEarlier: true };
  const show = { ...earlier.show, weightsOf: { step: newest.step } };
  return { trace: { ...earlier, show }, isOfEarlier: true };
}

/** All numbers of a trace lie in one buffer. */
function isFinite(trace: Trace): boolean {
  return isAllFinite(new Float32Array(traceBuffer(trace)));
}
