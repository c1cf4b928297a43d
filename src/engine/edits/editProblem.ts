/** Why an edit cannot apply to a decode, with the facts for a sentence. */
import {
  ATTENTION_TEMPERATURE,
  type Edit,
  type EditOf,
  editsOf,
  hiddenOf,
  PADS,
  padsOf,
  withoutEdit,
} from "./edit";

export type EditProblem =
  /** The model has no attention to edit. */
  | { readonly kind: "noAttention" }
  | { readonly kind: "stepBeyond"; readonly step: number; readonly steps: number }
  | { readonly kind: "positionBeyond"; readonly position: number; readonly positions: number }
  | { readonly kind: "unknownToken"; readonly token: string }
  /** The row has not one weight for each position. */
  | { readonly kind: "rowLength"; readonly length: number; readonly positions: number }
  /** A weight below 0 or above 1, or no number. */
  | { readonly kind: "weightRange"; readonly position: number; readonly weight: number }
  /** The weights do not sum to 1. */
  | { readonly kind: "rowSum"; readonly sum: number }
  /** All other weights of the row are 0, so that they cannot share the rest. */
  | { readonly kind: "othersZero"; readonly position: number; readonly weight: number }
  /** A hidden position has a weight in the row of this step. */
  | { readonly kind: "hiddenWeight"; readonly step: number; readonly position: number }
  | { readonly kind: "allHidden" }
  | { readonly kind: "range"; readonly value: number; readonly min: number; readonly max: number }
  /** The model cannot read the other source. */
  | { readonly kind: "sourceUnreadable"; readonly source: string }
  | { readonly kind: "sourceLength"; readonly length: number; readonly expected: number };

/** An edit and why it does not apply. */
export interface RefusedEdit {
  readonly edit: Edit;
  readonly problem: EditProblem;
}

/** The decode that an edit is for. */
export interface EditFacts {
  readonly hasAttention: boolean;
  /** Tokens of the source, <eos> counted, pads not. */
  readonly sourceLength: number;
  /** The other edits in effect. */
  readonly edits: readonly Edit[];
  /** What only the model's side knows; null on the page, which then leaves these questions open. */
  readonly model: ModelFacts | null;
}

export interface ModelFacts {
  /** Most steps of the decode. */
  readonly steps: number;
  /** Whether the target vocabulary has the token, special tokens included. */
  readonly hasToken: (text: string) => boolean;
  /** Tokens of another source, <eos> counted; null: the model cannot read it. */
  readonly lengthOf: (source: string) => number | null;
}

/** Why the edit does not apply beside the others; null: it applies. */
export function editProblem(edit: Edit, facts: EditFacts): EditProblem | null {
  switch (edit.kind) {
    case "say":
    case "feed":
      return stepProblem(edit, facts) ?? tokenProblem(edit, facts);
    case "emptyState":
      return stepProblem(edit, facts);
    case "emptyContext":
      return attentionProblem(facts) ?? stepProblem(edit, facts);
    case "look":
      return attentionProblem(facts) ?? stepProblem(edit, facts) ?? rowProblem(edit, facts);
    case "hide":
      return attentionProblem(facts) ?? hideProblem(edit, facts);
    case "swapStates":
      return attentionProblem(facts) ?? sourceProblem(edit, facts);
    case "temperature":
      return attentionProblem(facts) ?? rangeProblem(edit.value, ATTENTION_TEMPERATURE);
    case "padding":
      return attentionProblem(facts) ?? countProblem(edit.count);
    default:
      return edit satisfies never;
  }
}

/** Edits that apply together, and those that do not. */
export interface SortedEdits {
  readonly fitting: readonly Edit[];
  readonly refused: readonly RefusedEdit[];
}

/** Splits the edits into those that apply together, earlier ones first, and those that do not. */
export function sortEdits(edits: readonly Edit[], facts: Omit<EditFacts, "edits">): SortedEdits {
  const fitting: Edit[] = [];
  const refused: RefusedEdit[] = [];
  for (const edit of padsFirst(edits)) {
    const problem = editProblem(edit, { ...facts, edits: fitting });
    if (problem) refused.push({ edit, problem });
    else fitting.push(edit);
  }
  return { fitting: edits.filter((edit) => fitting.includes(edit)), refused };
}

/** A row may be as long as source and pads together, so the pads are judged first. */
function padsFirst(edits: readonly Edit[]): readonly Edit[] {
  return [...editsOf(edits, "padding"), ...edits.filter(({ kind }) => kind !== "padding")];
}

function attentionProblem({ hasAttention }: EditFacts): EditProblem | null {
  return hasAttention ? null : { kind: "noAttention" };
}

function stepProblem({ step }: { readonly step: number }, { model }: EditFacts) {
  const steps = model?.steps ?? Infinity;
  return isIndex(step, steps) ? null : ({ kind: "stepBeyond", step, steps } as const);
}

function tokenProblem({ token }: { readonly token: string }, { model }: EditFacts) {
  return !model || model.hasToken(token) ? null : ({ kind: "unknownToken", token } as const);
}

const isIndex = (value: number, count: number): boolean =>
  Number.isInteger(value) && value >= 0 && value < count;

/** The columns of the map. */
const positionsOf = ({ sourceLength, edits }: EditFacts): number => sourceLength + padsOf(edits);

function rowProblem({ step, weights }: EditOf<"look">, facts: EditFacts): EditProblem | null {
  const { length } = weights;
  const positions = positionsOf(facts);
  if (length < facts.sourceLength || length > positions)
    return { kind: "rowLength", length, positions };
  const outside = weights.findIndex((weight) => !(weight >= 0 && weight <= 1)); // NaN, too
  if (outside >= 0)
    return { kind: "weightRange", position: outside, weight: weights[outside] ?? Number.NaN };
  const sum = weights.reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 1) > SUM_TOLERANCE) return { kind: "rowSum", sum };
  const hidden = [...hiddenOf(facts.edits)].find((position) => (weights[position] ?? 0) > 0);
  return hidden === undefined ? null : { kind: "hiddenWeight", step, position: hidden };
}

const SUM_TOLERANCE = 1e-6;

function hideProblem(edit: EditOf<"hide">, facts: EditFacts): EditProblem | null {
  const { position } = edit;
  const positions = positionsOf(facts);
  if (!isIndex(position, positions)) return { kind: "positionBeyond", position, positions };
  const hidden = hiddenOf(withoutEdit(facts.edits, edit));
  if (hidden.size + 1 >= positions) return { kind: "allHidden" };
  const row = editsOf(facts.edits, "look").find(({ weights }) => (weights[position] ?? 0) > 0);
  return row ? { kind: "hiddenWeight", step: row.step, position } : null;
}

function sourceProblem({ source }: EditOf<"swapStates">, { model, sourceLength }: EditFacts) {
  if (!model) return null;
  const length = model.lengthOf(source);
  if (length === null) return { kind: "sourceUnreadable", source } as const;
  return length === sourceLength
    ? null
    : ({ kind: "sourceLength", length, expected: sourceLength } as const);
}

function rangeProblem(
  value: number,
  { min, max }: { readonly min: number; readonly max: number },
): EditProblem | null {
  return value >= min && value <= max ? null : { kind: "range", value, min, max };
}

function countProblem(count: number): EditProblem | null {
  return Number.isInteger(count)
    ? rangeProblem(count, PADS)
    : { kind: "range", value: count, ...PADS };
}
