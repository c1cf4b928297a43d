/** Decodes what stands beside the shown decode. The last one is kept until something changes it. */
import { besideProblem, besideShow } from "../../engine/beside";
import type { TracedExample } from "../../engine/decoding/traceExample";
import { type BesideDecode, toBesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";

/** The weights of the second decode: present ones, or those of the stage. */
interface BesideWeights {
  readonly trainedSteps: number;
  readonly decode: (example: TracedExample) => Trace;
}

export class BesideDecoder {
  #last: { readonly key: string; readonly decode: BesideDecode } | null = null;

  /**
   * The decode beside that of the example; null where none is wanted, or it would be the same decode.
   * @param example with the Show of the decode on the stage
   * @param trace the decode on the stage, which carries the one without edits
   */
  decode(
    example: TracedExample,
    trace: Trace,
    { trainedSteps, decode }: BesideWeights,
  ): BesideDecode | null {
    const { show, answer } = example;
    const kind = show.beside;
    if (kind === "none" || besideProblem(kind, show, answer !== null) !== null) return null;
    const { untouched } = trace;
    if (kind === "untouched") return untouched && toBesideDecode(kind, { ...trace, ...untouched });
    const wanted = besideShow(kind, show);
    const key = JSON.stringify([trace.runId, trainedSteps, kind, wanted]);
    if (this.#last?.key === key) return this.#last.decode;
    const known = untouched ? { untouched } : {}; // so that it is not decoded again
    const found = toBesideDecode(kind, decode({ ...example, show: wanted, ...known }));
    this.#last = { key, decode: found };
    return found;
  }
}
