/**
 * A note: a piece of PyTorch code as course notes and tutorials write it, beside the same piece of our listing.
 * `oracle/notes.test.ts` runs both in PyTorch and holds each note to its outcome and its shapes.
 */
import type { Lit } from "../../../engine/results/operation";
import type { DecoderStep, Trace } from "../../../engine/results/trace";
import { decoderLayersOf, keySize, tokenSize } from "../../../engine/setup/modelShape";
import { EOS } from "../../../engine/text/tokens";
import type { Statement } from "../codeLine";

export const NOTE_IDS = [
  "oneHot",
  "padding",
  "packing",
  "zeroState",
  "outputHidden",
  "lastStates",
  "trainEval",
  "permute",
  "location",
  "biasOfV",
  "biasOfWU",
  "squeeze",
  "mask",
  "bmm",
  "relu",
  "catInput",
  "softmaxFirst",
  "topk",
  "detach",
  "fill",
  "catSteps",
  "maxLength",
  "allEnded",
  "actualLengths",
  "coin",
  "logSoftmax",
  "doubleSoftmax",
  "firstRow",
  "flatten",
  "padLoss",
] as const;

export type NoteId = (typeof NOTE_IDS)[number];

/** "encoder", "step": beside the lines on show. "loop", "training": beside the whole program. */
export type NotePlace = "encoder" | "step" | "loop" | "training";

/** What follows from the difference, in this model: the same numbers, other numbers, or an error of the notes' code. */
export type NoteOutcome = "same" | "other" | "error";

export interface Note {
  readonly id: NoteId;
  readonly place: NotePlace;
  /** The operations whose lines the note belongs to. */
  readonly ops: readonly Lit[];
  /** Lines before both ways. */
  readonly given: readonly Statement[];
  readonly theirs: readonly Statement[];
  readonly ours: readonly Statement[];
  /** The name that both ways assign and that is compared. */
  readonly compared: string;
  readonly outcome: NoteOutcome;
  /** "meaning": both ways are right, and the second one shows what the first one does. */
  readonly kind: "difference" | "meaning";
  /** Numbers of this model for the text. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** A note without the parts that most notes share. */
export type NoteDraft = Pick<Note, "id" | "theirs" | "ours" | "compared" | "outcome"> &
  Partial<Pick<Note, "ops" | "given" | "kind" | "numbers">>;

export function noteAt(place: NotePlace, draft: NoteDraft): Note {
  return { place, ops: [], given: [], kind: "difference", numbers: {}, ...draft };
}

/** The trace on show with the sizes that the code names. */
export interface NoteContext {
  readonly trace: Trace;
  readonly step: DecoderStep;
  readonly S: number; // source tokens
  readonly T: number; // tokens of the answer, with <eos>
  readonly H: number;
  readonly K: number; // width of a key
  readonly E: number; // width of a target token's vector
  readonly L: number; // layers of the decoder
  readonly V: number; // target tokens
}

export function noteContext(trace: Trace, step: DecoderStep): NoteContext {
  const { shape, source } = trace;
  return {
    trace,
    step,
    S: source.length,
    T: answerIds(trace).length,
    H: shape.hiddenSize,
    K: keySize(shape),
    E: tokenSize(shape, "decoder"),
    L: decoderLayersOf(shape),
    V: shape.targetTokens,
  };
}

/** Ids of the answer on show; an answer that was cut off gets its <eos>. */
export function answerIds({ steps }: Trace): number[] {
  const ids = steps.map(({ chosen }) => chosen.id);
  return ids.at(-1) === EOS ? ids : [...ids, EOS];
}
