/**
 * A student's edits of a decode, as plain data. Steps and source positions count from 0; positions are in the encoder's
 * reading order, as in the Trace. Tokens are named by their text in the target vocabulary, `<eos>` included.
 */

export type Edit =
  /** The answer of this step. The next step is fed it, with teacher forcing too. */
  | { readonly kind: "say"; readonly step: number; readonly token: string }
  /** The token that goes into this step. */
  | { readonly kind: "feed"; readonly step: number; readonly token: string }
  /**
   * The step's attention: a weight from 0 to 1 for each source position, sum 1. The scores stay as computed. Positions
   * behind the row's end (pads that came later) get 0.
   */
  | { readonly kind: "look"; readonly step: number; readonly weights: readonly number[] }
  /** Masked out of the attention at all steps. The encoder still reads the token. */
  | { readonly kind: "hide"; readonly position: number }
  /** The context vector of this step is 0. The weights stay as computed. */
  | { readonly kind: "emptyContext"; readonly step: number }
  /** The state that enters this step is 0: h and the LSTM's C of every layer. */
  | { readonly kind: "emptyState"; readonly step: number }
  /** Keys and values are the encoder states of another source with as many tokens. The decoder's start stays. */
  | { readonly kind: "swapStates"; readonly source: string }
  /** The weights are softmax(e / value). The output has a temperature of its own (`Choosing`). */
  | { readonly kind: "temperature"; readonly of: "attention"; readonly value: number }
  /**
   * This many <pad> stand behind the source, and the padding mask is off: they take attention. The encoder does not read
   * them; their states are 0, as PyTorch's pad_packed_sequence gives them.
   */
  | { readonly kind: "padding"; readonly count: number };

export type EditKind = Edit["kind"];

export type EditOf<Kind extends EditKind> = Extract<Edit, { readonly kind: Kind }>;

/** How warm the attention's softmax can be; 1 is as computed. */
export const ATTENTION_TEMPERATURE = { min: 0.1, max: 10 } as const;

/** The number of pads behind a source. */
export const PADS = { min: 1, max: 8 } as const;

/** The step or position that an edit changes; null: it changes the whole decode. */
export function placeOf(edit: Edit): number | null {
  if ("step" in edit) return edit.step;
  return "position" in edit ? edit.position : null;
}

/** Whether one of the two would replace the other: they are of one kind at one place. */
export function isSamePlace(a: Edit, b: Edit): boolean {
  return a.kind === b.kind && placeOf(a) === placeOf(b);
}

/** The edits without the one at this edit's place. */
export function withoutEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  return edits.filter((other) => !isSamePlace(other, edit));
}

/** The edits with this one, which replaces an earlier one at its place. */
export function withEdit(edits: readonly Edit[], edit: Edit): readonly Edit[] {
  const isAsComputed = edit.kind === "temperature" && edit.value === 1;
  const others = withoutEdit(edits, edit);
  return isAsComputed ? others : [...others, edit];
}

/** The edits of one kind. */
export function editsOf<Kind extends EditKind>(
  edits: readonly Edit[],
  kind: Kind,
): readonly EditOf<Kind>[] {
  return edits.filter((edit): edit is EditOf<Kind> => edit.kind === kind);
}

/** Whether an edit of this kind sets a part of this step. */
export function isSetAt(
  edits: readonly Edit[],
  kind: "look" | "emptyContext" | "emptyState",
  step: number,
): boolean {
  return editsOf(edits, kind).some((edit) => edit.step === step);
}

/** The number of pads behind the source. */
export function padsOf(edits: readonly Edit[]): number {
  return editsOf(edits, "padding").at(-1)?.count ?? 0;
}

/** The positions that no step attends to. */
export function hiddenOf(edits: readonly Edit[]): ReadonlySet<number> {
  return new Set(editsOf(edits, "hide").map(({ position }) => position));
}
