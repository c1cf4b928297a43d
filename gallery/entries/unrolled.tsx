/** The unrolled network for several models, and the numbers of a tile. */
import { type ReactNode, useState } from "react";
import { Inspectable } from "../../src/components/unrolled/InspectProvider";
import { LayerSwitch } from "../../src/components/unrolled/LayerSwitch";
import { Legend } from "../../src/components/unrolled/Legend";
import { NumbersTable } from "../../src/components/unrolled/NumbersTable";
import { UnrolledFigure } from "../../src/components/unrolled/UnrolledFigure";
import type { Trace } from "../../src/engine/results/trace";
import type { Subject } from "../../src/engine/results/subject";
import { topOf, vectorOf } from "../../src/vis/facts/subject";
import { makeTrace, type TraceOptions } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { CLOSED } from "../closed";
import { useShown } from "../useShown";

interface UnrolledProps {
  readonly trace: Trace;
  readonly first?: number; // selected step, 0-based
  readonly hasLegend?: boolean;
}

function Unrolled({ trace, first, hasLegend = false }: UnrolledProps): ReactNode {
  const shown = useShown(trace, first);
  const [layer, setLayer] = useState(topOf(trace));
  return (
    <Inspectable {...CLOSED}>
      <UnrolledFigure {...shown} layer={layer} isTraining={false} follows />
      <LayerSwitch trace={trace} layer={layer} onChange={setLayer} />
      {hasLegend && <Legend trace={trace} />}
    </Inspectable>
  );
}

const unrolled = (
  name: string,
  options: TraceOptions,
  rest: Omit<UnrolledProps, "trace"> = {},
) => ({
  name: `unrolled-${name}`,
  width: 580,
  figure: <Unrolled trace={makeTrace({ source: WORD, ...options })} {...rest} />,
});

const WORD = ["a", "t", "t", "e", "n", "d"];
const SENTENCE = ["the", "cat", "eats", "an", "apple"];
const LONG = Array.from("thequickbrownfoxjumps");

function Numbers({ trace, subject }: { readonly trace: Trace; readonly subject: Subject }) {
  const vector = vectorOf(trace, subject);
  return vector && <NumbersTable trace={trace} vector={vector} subject={subject} />;
}

const BOTH_WAYS = makeTrace({ source: WORD, direction: "bidirectional", hiddenSize: 32 });

/** Sampled at another temperature than that of the shown probabilities. */
const DRAWN: Trace = {
  ...makeTrace({ source: WORD, decoding: "sampling", sourceOrder: "reversed", wrong: [3] }),
  decoding: { kind: "sampling", temperature: 2, seed: 1 },
};

export const UNROLLED: readonly Entry[] = [
  unrolled("gru-bahdanau", {}),
  unrolled("half-way", { wrong: [1] }, { first: 2 }),
  unrolled("gru-luong-fed", { timing: "luong", inputFeeding: "on" }),
  unrolled("lstm-deep-both-ways", { cell: "lstm", layers: 2, direction: "bidirectional" }, { hasLegend: true }), // prettier-ignore
  unrolled("rnn-wall", { cell: "rnn", attention: "none" }),
  unrolled("truth-fed", { teacherForcing: true, wrong: [2, 4] }),
  { ...unrolled("drawn-reversed", {}), figure: <Unrolled trace={DRAWN} /> },
  unrolled("words", { source: SENTENCE, target: ["le", "chat", "mange", "une", "pomme"] }),
  unrolled("long", { source: LONG, target: WORD }),
  { ...unrolled("narrow", { timing: "luong" }), width: 358 },
  {
    name: "numbers-of-a-tile",
    width: 420,
    figure: <Numbers trace={BOTH_WAYS} subject={{ kind: "encoder", column: 1, layer: 0 }} />,
  },
];
