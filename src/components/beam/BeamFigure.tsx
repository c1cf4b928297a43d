/** The place of the beam's figure: nothing where none was searched, and loaded when one first is. */
import { lazy, Suspense, type ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import type { OnSelect } from "../unrolled/shown";

const BeamSearch = lazy(async () => ({ default: (await import("./BeamSearch")).BeamSearch }));

export interface BeamFigureProps {
  readonly trace: Trace;
  readonly index: number; // of the step on show, 0-based
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
