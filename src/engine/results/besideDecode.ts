/** A second decode of the traced example, without the vectors: what it was fed and what it said. */
import type { BesideKind } from "../beside";
import type { Show } from "../show";
import type { DecoderStep, Trace } from "./trace";

export type BesideStep = Pick<DecoderStep, "input" | "inputOrigin" | "top" | "chosen">;

export interface BesideDecode {
  readonly kind: BesideKind;
  readonly feeding: Show["feeding"];
  readonly trainedSteps: number;
  readonly steps: readonly BesideStep[]; // at least one
  readonly ending: Trace["ending"];
}

export function toBesideDecode(kind: BesideKind, trace: Trace): BesideDecode {
  const { show, trainedSteps, steps, ending } = trace;
  const said = steps.map(({ input, inputOrigin, top, chosen }): BesideStep => ({
    input,
    inputOrigin,
    top,
    chosen,
  }));
  return { kind, feeding: show.feeding, trainedSteps, steps: said, ending };
}
