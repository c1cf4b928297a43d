/** Loads the figure of a beam search at the first search, and shows nothing for other decodes. */
import { lazy, Suspense, type ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import type { OnSelect } from "../unrolled/shown";

const BeamSearch = lazy(async () => ({ default: (await import("./BeamSearch")).BeamSearch }));

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
