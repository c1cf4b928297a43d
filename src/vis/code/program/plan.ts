/** What decides the program: the model on show, its training, and the comments in the page's language. */
import { hasMemory } from "../../../engine/cells/layout";
import type { Config } from "../../../engine/setup/config";
import { decoderLayersOf, feedsInput, type ModelShape } from "../../../engine/setup/modelShape";
import type { Trace } from "../../../engine/results/trace";
import { factsOf } from "../../../engine/tasks/facts";
import { inReadingOrder } from "../../../engine/tasks/readingOrder";
import type { Unit } from "../../../engine/tasks/task";
import { EOS } from "../../../engine/text/tokens";

/** Settings of the training that the program's loop has, too. */
export type ProgramTraining = Pick<
  Config,
  "dropout" | "batchSize" | "learningRate" | "clipNorm" | "forcing" | "coin"
>;

/** Sentences of the program: comments, descriptions of functions, and what it prints. */
export interface ProgramTexts {
  readonly title: string;
  readonly usage: string;
  readonly answersExample: string;
  readonly answersText: string;
  readonly howToSave: string;
  readonly howToTrain: string;
  readonly shapes: string;
  readonly sizes: string;
  readonly settings: string;
  readonly special: string;
  readonly limit: string;
  readonly example: string;
  readonly training: string;
  readonly key: string;
  readonly encoder: string;
  readonly encoderForward: string;
  readonly packing: string;
  readonly lastStates: string;
  readonly attention: string;
  readonly attentionForward: string;
  readonly masked: string;
  readonly decoder: string;
  readonly model: string;
  readonly start: string;
  readonly firstFed: string;
  readonly step: string;
  /** Of a Transformer. */
  readonly transformer: {
    readonly learnedPositions: string;
    readonly watched: string;
    readonly layer: string;
    readonly waves: string;
    readonly side: string;
    readonly lastRow: string;
    readonly encoder: string;
    readonly noToken: string;
    readonly decoder: string;
    readonly fed: string;
    readonly later: string;
    readonly look: string;
    readonly allAgain: string;
    readonly allKnown: string;
    readonly inputsFirst: string;
  };
  readonly queryBefore: string;
  readonly queryAfter: string;
  readonly readFile: string;
  readonly load: string;
  /** Fields: {name}, {found}, {wanted}. */
  readonly otherModel: string;
  readonly sourceIds: string;
  readonly reversed: string;
  readonly jamo: string;
  readonly greedy: string;
  readonly ended: string;
  readonly printMap: string;
  readonly padded: string;
  readonly teacherForced: string;
  readonly fedTruth: string;
  readonly coin: Readonly<Record<Config["coin"], string>>;
  readonly train: string;
  readonly lossNote: string;
  readonly source: string;
  readonly answer: string;
  readonly map: string;
}

export interface ProgramPlan {
  readonly shape: ModelShape;
  readonly training: ProgramTraining;
  /** The source on show, as it is written. */
  readonly example: readonly string[];
  readonly sourceUnit: Unit;
  /** Whether a typed source is Hangul, whose tokens are jamo. */
  readonly readsHangul: boolean;
  readonly targetUnit: Unit;
  readonly texts: ProgramTexts;
}

export function isTransformer({ network }: Pick<ModelShape, "network">): boolean {
  return network === "transformer";
}

/** Names that the decoder hands from step to step. */
export function carried(shape: ModelShape): string[] {
  return ["state", ...(feedsInput(shape) ? ["combined"] : [])];
}

/** Names of what every step reads: the encoder's states, and which of them are real tokens. */
export function memory({ attention }: ModelShape): string[] {
  return attention === "none" ? [] : ["keys", "mask"];
}

/** Names that a step gives. */
export function stepResults(shape: ModelShape, weights: string): string[] {
  return ["logits", ...carried(shape), ...(shape.attention === "none" ? [] : [weights])];
}

/** Whether the decoder has fewer layers than the encoder. */
export function isShallow(shape: ModelShape): boolean {
  return decoderLayersOf(shape) < shape.layers;
}

/** The program's name of the decoder's number of layers. */
export function decoderLayersName(shape: ModelShape): string {
  return isShallow(shape) ? "DECODER_LAYERS" : "LAYERS";
}

/** The decoder's state of all layers, [L, B, H]; an LSTM has the pair of hidden state and memory. */
export function stateShape(shape: ModelShape): string {
  const one = isShallow(shape) ? "[1, B, H]" : "[L, B, H]";
  return hasMemory(shape.cell) ? `2 x ${one}` : one;
}

/** The plan of the model in a trace, without the student's edits. */
export function programPlan(
  { shape, source, task }: Trace,
  training: ProgramTraining,
  texts: ProgramTexts,
): ProgramPlan {
  const end = source.findIndex(({ id }) => id === EOS); // padding may follow
  const read = source.slice(0, end).map(({ text }) => text);
  return {
    shape,
    training,
    example: inReadingOrder(shape.sourceOrder, read),
    sourceUnit: task.sourceUnit,
    readsHangul: factsOf(task.id)?.reads === "hangul",
    targetUnit: task.targetUnit,
    texts,
  };
}
