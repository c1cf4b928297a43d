/** The decode without edits of the example on show, so that each further edit costs one decode. */
import type { Trace, UntouchedDecode } from "../../engine/results/trace";
import type { Show } from "../../engine/show";

/** What decides a decode without edits. */
interface Plain {
  readonly runId: number;
  readonly trainedSteps: number;
  readonly show: Show;
}

export class UntouchedDecodes {
  #key: string | null = null;
  #decode: UntouchedDecode | null = null;

  /** The kept decode, if it is this one. */
  of(wanted: Plain): UntouchedDecode | undefined {
    return this.#key === keyOf(wanted) ? (this.#decode ?? undefined) : undefined;
  }

  /** Keeps the untouched decode of a trace with edits; a trace without edits leaves the kept one as it is. */
  keep({ untouched }: Trace, of: Plain): void {
    if (!untouched) return;
    this.#key = keyOf(of);
    this.#decode = untouched;
  }
}

function keyOf({ runId, trainedSteps, show }: Plain): string {
  return JSON.stringify([runId, trainedSteps, { ...show, edits: [], beside: "none" }]);
}
