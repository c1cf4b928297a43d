/** Decodes what stands beside the shown decode. The last one is kept until something changes it. */
import { besideProblem, besideShow } from "../../engine/beside";
import type { TracedExample } from "../../engine/decoding/traceExample";
import { type BesideDecode, toBesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import type { Show } from "../../engine/show";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { readForTrace } from "./traceRun";

/** Decodes an example with weights that have been read. */
type Decode = (example: TracedExample) => Trace;

/** Weights that have been read, and what tells them from others. */
interface ReadWeights {
  readonly runId: number;
  readonly step: number;
  readonly decode: Decode;
}

export class BesideDecoder {
  #last: { readonly key: string; readonly decode: BesideDecode } | null = null;

  /**
   * Reads the weights of the call for what the Show wants beside it.
   * @param past the earlier weights on the stage; null: the current weights
   * @param shown decodes with the weights on the stage
   * @returns a function that decodes beside the trace of an example; null where nothing is wanted, or the same decode
   */
  async prepare(
    run: Run,
    show: Show,
    past: Snapshot | null,
    shown: Promise<Decode>,
  ): Promise<(example: TracedExample, trace: Trace) => BesideDecode | null> {
    const weights = show.beside === "present" ? null : past;
    const step = weights?.step ?? run.model.steps;
    const decode = await (weights === past ? shown : readForTrace(run, weights));
    return (example, trace) => this.#decode({ runId: run.id, step, decode }, example, trace);
  }

  /** @param trace the decode on the stage, which carries the one without edits */
  #decode(
    { runId, step, decode }: ReadWeights,
    example: TracedExample,
    trace: Trace,
  ): BesideDecode | null {
    const { show, answer } = example;
    const kind = show.beside;
    if (kind === "none" || besideProblem(kind, show, answer !== null) !== null) return null;
    if (kind === "untouched")
      return trace.untouched && toBesideDecode(kind, { ...trace, ...trace.untouched });
    const wanted = besideShow(kind, show);
    const key = JSON.stringify([runId, step, kind, wanted]);
    if (this.#last?.key === key) return this.#last.decode;
    const { untouched } = trace; // known, so that the second decode does not decode it again
    const other = { ...example, show: wanted, ...(untouched && { untouched }) };
    const beside = toBesideDecode(kind, decode(other));
    this.#last = { key, decode: beside };
    return beside;
  }
}
