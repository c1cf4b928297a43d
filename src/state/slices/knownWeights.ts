/** The weights of a run that the page has. */
import type { RunState } from "./run";

/** The weights after `step` updates; null: the page does not have them. */
export function weightsAfter({ parameters, walk }: RunState, step: number): Float32Array | null {
  if (parameters?.step === step) return parameters.values;
  if (walk?.account.step === step) return walk.account.after;
  return walk?.account.step === step + 1 ? walk.account.before : null;
}
