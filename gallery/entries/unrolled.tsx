/** The unrolled network for several models, and the numbers of a tile. */
import { type ReactNode, useState } from "react";
import { Inspectable } from "../../src/components/unrolled/InspectProvider";
import { LayerSwitch } from "../../src/components/unrolled/LayerSwitch";
import { Legend } from "../../src/components/unrolled/Legend";
import { NumbersTable } from "../../src/components/unrolled/NumbersTable";
import { PartingLayer } from "../../src/components/unrolled/PartingLayer";
import { PartingNote } from "../../src/components/unrolled/PartingNote";
import {
  UnrolledFigure,
  type UnrolledFigureProps,
} from "../../src/components/unrolled/UnrolledFigure";
import type { Op } from "../../src/engine/results/operation";
import type { Trace } from "../../src/engine/results/trace";
import type { Subject } from "../../src/engine/results/subject";
import { vectorOf } from "../../src/engine/results/vectors";
import { topOf } from "../../src/vis/facts/subject";
import { LAST_STEP } from "../../src/state/slices/view";
import type { StageLayout } from "../../src/vis/layout/stageLayout";
import { withBeside } from "../../src/vis/testing/beside";
import { withEdits } from "../../src/vis/testing/editedTraces";
import { makeTrace, type TraceOptions } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import { ignore, useShown } from "../useShown";

interface UnrolledProps {
  readonly trace: Trace;
  readonly first?: number; // selected step, 0-based
  readonly reached?: number; // last step of the answer so far, 0-based
  readonly lit?: Op;
  readonly overlay?: UnrolledFigureProps["overlay"];
}

function Unrolled({ trace, first, reached = LAST_STEP, lit, overlay }: UnrolledProps): ReactNode {
  const shown = useShown(trace, first);
  const [layer, setLayer] = useState(topOf(trace));
  return (
    <Inspectable inspected={null} onInspect={ignore}>
      <UnrolledFigure
        {...shown}
        reached={reached}
        layer={layer}
        lit={lit ?? null}
        isTraining={false}
        follows
        {...(overlay && { overlay })}
      />
      <LayerSwitch trace={trace} layer={layer} onChange={setLayer} />
    </Inspectable>
  );
}

/** Rooms for the picture on three screens; a frame has 8 pixels of padding. */
const LOW = { width: 554, height: 396 }; // 1280 x 720
const USUAL = { width: 714, height: 552 }; // 1440 x 900
const WIDE = { width: 1184, height: 722 }; // 1920 x 1080

const unrolled = (
  name: string,
  options: TraceOptions,
  rest: Omit<UnrolledProps, "trace"> = {},
  room = LOW,
): Entry => ({
  name: `unrolled-${name}`,
  ...room,
  figure: <Unrolled trace={makeTrace({ source: WORD, ...options })} {...rest} />,
});

const WORD = ["a", "t", "t", "e", "n", "d"];
const SENTENCE = ["the", "cat", "eats", "an", "apple"];
const LONG = Array.from("thequickbrownfoxjumps");
const TWELVE = Array.from("thequickbro"); // with <eos>
const TWELVE_WORDS = "these small black cats see the red dogs of my neighbour".split(" ");
const TWELVE_ANSWERS = "ces petits chats noirs voient les chiens rouges de mon voisin".split(" ");

function Numbers({ trace, subject }: { readonly trace: Trace; readonly subject: Subject }) {
  const vector = vectorOf(trace, subject);
  return (
    vector && <NumbersTable trace={trace} vector={vector} subject={subject} onDerive={ignore} />
  );
}

const BOTH_WAYS = makeTrace({ source: WORD, direction: "bidirectional", hiddenSize: 32 });

/** Sampled at another temperature than that of the shown probabilities. */
const DRAWN: Trace = {
  ...makeTrace({ source: WORD, decoding: "sampling", sourceOrder: "reversed", wrong: [3] }),
  decoding: { kind: "sampling", temperature: 2, seed: 1 },
};

/** Tokens, weights, a context and a source token by hand, beside what was. */
const EDITED = withEdits(makeTrace({ source: WORD }), [
  { kind: "say", step: 1, token: "a" },
  { kind: "feed", step: 5, token: "t" },
  { kind: "look", step: 3, weights: [0, 0.1, 0.2, 0.5, 0.2, 0, 0] },
  { kind: "emptyContext", step: 4 },
  { kind: "emptyState", step: 2 },
  { kind: "hide", position: 5 },
]);

const SENTENCES = { source: SENTENCE, target: ["le", "chat", "mange", "une", "pomme"] };

/** Own answers beside those fed the truth: both slip at step 2, and part at step 4. */
const PARTED = withBeside(
  makeTrace({ source: WORD, wrong: [1, 3, 4] }),
  "forced",
  makeTrace({ source: WORD, wrong: [1], teacherForcing: true }),
);

const overParted = (layout: StageLayout): ReactNode =>
  PARTED.beside && <PartingLayer layout={layout} trace={PARTED} beside={PARTED.beside} />;

export const UNROLLED: readonly Entry[] = [
  unrolled("gru-bahdanau", {}),
  unrolled("half-way", { wrong: [1] }, { first: 2, reached: 2 }),
  unrolled("chosen", { wrong: [1] }, { first: 2, lit: "context" }),
  unrolled("gru-luong-fed", { timing: "luong", inputFeeding: "on" }, { lit: "combine" }),
  unrolled("lstm-deep-both-ways", { cell: "lstm", layers: 2, direction: "bidirectional" }),
  unrolled("rnn-wall", { cell: "rnn", attention: "none" }),
  unrolled("truth-fed", { teacherForcing: true, wrong: [2, 4] }),
  { ...unrolled("drawn-reversed", {}), figure: <Unrolled trace={DRAWN} /> },
  { ...unrolled("edited", {}, {}, USUAL), figure: <Unrolled trace={EDITED} first={3} /> },
  { ...unrolled("edited-low", {}), figure: <Unrolled trace={EDITED} first={3} /> },
  unrolled("words", SENTENCES),
  unrolled("words-usual", SENTENCES, {}, USUAL),
  unrolled("wide", {}, {}, WIDE),
  unrolled("twelve", { source: TWELVE }),
  unrolled("twelve-usual", { source: TWELVE, direction: "bidirectional" }, {}, USUAL),
  unrolled("twelve-words", { source: TWELVE_WORDS, target: TWELVE_ANSWERS }, {}, USUAL),
  unrolled("twelve-words-low", { source: TWELVE_WORDS, target: TWELVE_ANSWERS, timing: "luong", direction: "bidirectional" }), // prettier-ignore
  unrolled("long", { source: LONG, target: WORD }),
  unrolled("narrow", { timing: "luong" }, {}, { width: 358, height: 360 }),
  {
    name: "legend",
    width: 420,
    figure: <Legend trace={BOTH_WAYS} />,
  },
  {
    name: "numbers-of-a-tile",
    width: 420,
    figure: <Numbers trace={BOTH_WAYS} subject={{ kind: "encoder", column: 1, layer: 0 }} />,
  },
];

/** Last on the page: an entry before others moves them by parts of a pixel. */
export const PARTINGS: readonly Entry[] = [
  { name: "parting", ...LOW, figure: <Unrolled trace={PARTED} overlay={overParted} /> },
  {
    name: "parting-note",
    width: 554,
    figure: (
      <PartingNote trace={PARTED} isTraining={false} onClose={ignore} table={{ open: true }} />
    ),
  },
];
