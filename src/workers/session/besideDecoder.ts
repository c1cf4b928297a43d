/** Decodes what stands beside the shown decode. The last one is kept until something changes it. */
import { besideProblem, besideShow } from "../../engine/beside";
import type { TracedExample } from "../../engine/decoding/planTrace";
import { type BesideDecode, toBesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { traceRun } from "./traceRun";

export class BesideDecoder {
  #last: { readonly key: string; readonly decode: Promise<BesideDecode> } | null = null;

  /**
   * Decodes with the weights of the call what the Show wants beside it.
   * @param past the earlier weights on the stage; null: the current weights
   * @param shown the decode on the stage, which carries the one without edits
   * @returns null where nothing is wanted, or the same decode
   */
  async decode(
    run: Run,
    past: Snapshot | null,
    example: TracedExample,
    shown: Promise<Trace>,
  ): Promise<BesideDecode | null> {
    const { show, answer } = example;
    const kind = show.beside;
    if (kind === "none" || besideProblem(kind, show, answer !== null) !== null) return null;
    if (kind === "untouched") {
      const trace = await shown;
      return trace.untouched && toBesideDecode(kind, { ...trace, ...trace.untouched });
    }
    const weights = kind === "present" ? null : past;
    const wanted = besideShow(kind, show);
    const key = JSON.stringify([run.id, weights?.step ?? run.model.steps, kind, wanted]);
    if (this.#last?.key !== key) {
      const tracing = traceRun(run, weights, { ...example, show: wanted, untouched: null });
      this.#last = { key, decode: tracing.then((trace) => toBesideDecode(kind, trace)) };
    }
    return this.#last.decode;
  }
}
