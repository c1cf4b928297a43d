/** The gradient's roads, with the first weights of small models. */
import type { ReactNode } from "react";
import { GradientFigure } from "../../src/components/gradients/GradientFigure";
import { RoadTable } from "../../src/components/gradients/RoadTable";
import type { LossOf } from "../../src/engine/results/roads";
import { answerFor } from "../../src/vis/testing/roads";
import { makeTrace, type TraceOptions } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { useShown } from "../useShown";

const WORD = ["a", "t", "t", "e", "n", "d"];
const SMALL = { source: WORD, hiddenSize: 16, embeddingSize: 8 };
const USUAL = { width: 714, height: 500 };

interface GradientsProps {
  readonly options: TraceOptions;
  readonly of: LossOf;
}

function Gradients({ options, of }: GradientsProps): ReactNode {
  const { step: _, ...shown } = useShown(
    makeTrace({ ...SMALL, ...options }),
    of === "all" ? 6 : of,
  );
  return <GradientFigure {...shown} answer={answerFor(shown.trace, of)} />;
}

const gradients = (name: string, options: TraceOptions, of: LossOf, room = USUAL): Entry => ({
  name: `gradients-${name}`,
  ...room,
  figure: <Gradients options={options} of={of} />,
});

const LSTM = makeTrace({ ...SMALL, cell: "lstm" });

export const GRADIENTS: readonly Entry[] = [
  gradients("token", {}, 4),
  gradients("wall", { cell: "rnn", attention: "none" }, 5),
  gradients("both-ways", { cell: "lstm", direction: "bidirectional", attention: "general", timing: "luong", inputFeeding: "on" }, "all"), // prettier-ignore
  gradients("narrow", { timing: "luong" }, 3, { width: 358, height: 420 }),
  {
    name: "gradients-table",
    width: 520,
    figure: <RoadTable trace={LSTM} answer={answerFor(LSTM)} />,
  },
];
