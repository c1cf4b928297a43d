/** Output lines with the right answer, and the tree of a beam search. */
import { type ReactNode, useId } from "react";
import { BeamFigure } from "../../src/components/beam/BeamFigure";
import { OutputLines } from "../../src/components/output/OutputLines";
import type { Trace } from "../../src/engine/results/trace";
import { makeTrace } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { useShown } from "../useShown";

function Output({ trace }: { readonly trace: Trace }): ReactNode {
  return <OutputLines {...useShown(trace)} reasonId={useId()} />;
}

function Beam({ trace }: { readonly trace: Trace }): ReactNode {
  return <BeamFigure {...useShown(trace, 2)} />;
}

const WORDS = {
  source: ["the", "cat", "eats"],
  target: ["le", "chat", "mange"],
  task: { sourceUnit: "word", targetUnit: "word" },
} as const;

export const DECODING: readonly Entry[] = [
  {
    name: "output",
    width: 420,
    figure: (
      <>
        <Output trace={makeTrace({ ...WORDS, wrong: [1] })} />
        <Output trace={makeTrace({ known: false })} />
      </>
    ),
  },
  {
    name: "beam",
    width: 580,
    figure: <Beam trace={makeTrace({ ...WORDS, decoding: "beam", wrong: [1] })} />,
  },
];
