/** Loads the figure of a beam search at the first search, and shows nothing for other decodes. */
import { Suspense, type ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import { latePart } from "../shell/latePart";
import type { OnSelect } from "../unrolled/shown";
import type { BeamSearchProps } from "./BeamSearch";

const BeamSearch = latePart<BeamSearchProps>(async () => (await import("./BeamSearch")).BeamSearch);

export interface BeamFigureProps {
  readonly trace: Trace;
  readonly index: number; // of the shown step, 0-based
  readonly onSelect: OnSelect;
}

export function BeamFigure({ trace, index, onSelect }: BeamFigureProps): ReactNode {
  const { decoding } = trace;
  if (decoding.kind !== "beam") return null;
  return (
    <Suspense fallback={null}>
      <BeamSearch trace={trace} beam={decoding} index={index} onSelect={onSelect} />
    </Suspense>
  );
}
