/** Decodes what stands beside the shown decode. The last one is kept until something changes it. */
import { besideProblem, besideShow } from "../../engine/beside";
import type { TracedExample } from "../../engine/decoding/traceExample";
import { type BesideDecode, toBesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import { pastStep } from "../../engine/show";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { traceRun } from "./traceRun";

export class BesideDecoder {
  #last: { readonly key: string; readonly decode: BesideDecode } | null = null;

  /**
   * The decode beside that of the example; null where none is wanted, or it would be the same decode.
   * @param example with the Show of the decode on the stage
   * @param trace the decode on the stage, which carries the one without edits
   * @param past the earlier weights on the stage; null: the current weights
   */
  decode(
    run: Run,
    example: TracedExample,
    trace: Trace,
    past: Snapshot | null,
  ): BesideDecode | null {
    const { show, answer } = example;
    const kind = show.beside;
    if (kind === "none" || besideProblem(kind, show, answer !== null) !== null) return null;
    if (kind === "untouched")
      return trace.untouched && toBesideDecode(kind, { ...trace, ...trace.untouched });
    const wanted = besideShow(kind, show);
    const weights = pastStep(wanted) === null ? null : past;
    const key = JSON.stringify([run.id, weights?.step ?? run.model.steps, kind, wanted]);
    if (this.#last?.key === key) return this.#last.decode;
    const { untouched } = trace; // known, so that the second decode does not decode it again
    const other = { ...example, show: wanted, ...(untouched && { untouched }) };
    const decode = toBesideDecode(kind, traceRun(run, other, weights));
    this.#last = { key, decode };
    return decode;
  }
}
