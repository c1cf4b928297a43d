/** The edits of a decode by step, with ids instead of texts: made once, before the first step. */
import { type Edit, type EditKind, type EditOf, editsOf, hiddenOf, padsOf } from "../edits/edit";
import { EOS, UNK, type Vocabulary } from "../text/tokens";

export interface EditPlan {
  /** The id that goes into a step. */
  readonly fed: ReadonlyMap<number, number>;
  /** The id that a step says. */
  readonly said: ReadonlyMap<number, number>;
  /** The weights of a step. */
  readonly rows: ReadonlyMap<number, readonly number[]>;
  readonly emptyStates: ReadonlySet<number>; //   steps
  readonly emptyContexts: ReadonlySet<number>; // steps
  readonly hidden: ReadonlySet<number>; //        positions
  readonly temperature: number;
  readonly pads: number; // behind the source
}

/** The plan of a decode that no hand changes. */
export const NO_EDITS: EditPlan = {
  fed: new Map(),
  said: new Map(),
  rows: new Map(),
  emptyStates: new Set(),
  emptyContexts: new Set(),
  hidden: new Set(),
  temperature: 1,
  pads: 0,
};

/** Plans edits that apply to the decode (`sortEdits`). */
export function planEdits(edits: readonly Edit[], vocabulary: Vocabulary): EditPlan {
  if (edits.length === 0) return NO_EDITS;
  return {
    fed: idsByStep(editsOf(edits, "feed"), vocabulary),
    said: idsByStep(editsOf(edits, "say"), vocabulary),
    rows: new Map(editsOf(edits, "look").map(({ step, weights }) => [step, weights])),
    emptyStates: stepsOf(edits, "emptyState"),
    emptyContexts: stepsOf(edits, "emptyContext"),
    hidden: hiddenOf(edits),
    temperature: editsOf(edits, "temperature").at(-1)?.value ?? 1,
    pads: padsOf(edits),
  };
}

function idsByStep(
  edits: readonly EditOf<"say" | "feed">[],
  { tokens }: Vocabulary,
): ReadonlyMap<number, number> {
  return new Map(
    edits.map(({ step, token }) => {
      const id = tokens.indexOf(token); // a special token has an id, too
      return [step, id < 0 ? UNK : id];
    }),
  );
}

type StepKind = Extract<EditKind, "emptyState" | "emptyContext">;

function stepsOf(edits: readonly Edit[], kind: StepKind): ReadonlySet<number> {
  return new Set(editsOf(edits, kind).map(({ step }) => step));
}

/** The last step with a token that a hand says, where no step before says <eos> by hand; -1: no step has one. */
export function lastSaid({ said }: EditPlan): number {
  const end = Math.min(...[...said].filter(([, id]) => id === EOS).map(([step]) => step));
  return Math.max(-1, ...[...said.keys()].filter((step) => step <= end));
}
