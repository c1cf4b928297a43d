/** Decodes one example and captures every intermediate quantity: makes the Trace. */
import { type Batch, makeBatch } from "../batch";
import { padsOf } from "../edits/edit";
import { sourceTensors } from "../model/batchTensors";
import { plainResult } from "../model/scope";
import { handOver } from "../model/seq2seq";
import type { Weights } from "../model/weights";
import type { ModelShape } from "../setup/modelShape";
import type { Show } from "../show";
import { withEos } from "../tasks/gold";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { PAD, type TokenView, viewToken, type Vocabulary } from "../text/tokens";
import type { Trace, TracedTask, UntouchedDecode } from "../results/trace";
import { readTogether } from "./capture";
import { editedCourse, plainCourse } from "./course";
import { collectDecode, type Decoding } from "./decode";
import { editedMemory } from "./editedMemory";
import { planEdits } from "./editPlan";
import { collectEncoder } from "./encoderCapture";
import { decodingLimit } from "./greedy";

/** The model to trace. */
export interface TracedModel {
  readonly task: Task;
  /** The model's run; null if it has none. */
  readonly runId: number | null;
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly trainedSteps: number;
}

/** A source, and its answer; null: it is unknown, so the truth cannot be fed. */
export interface Example {
  readonly source: readonly string[];
  readonly answer: Pair | null;
}

/** The example and the settings of the decode. */
export interface TracedExample extends Example {
  /** Its edits apply to the example (`sortEdits`). */
  readonly show: Show;
  /** The source of the edit "swapStates"; undefined: there is no such edit. */
  readonly swapped?: readonly string[] | undefined;
  /** The same decode without edits; undefined: it is not known yet. */
  readonly untouched?: UntouchedDecode | undefined;
}

/** A source as the encoder reads it. */
interface ReadSource {
  readonly pair: Pair;
  readonly batch: Batch;
}

/**
 * Decodes the example step by step. With teacher forcing there is one step for each token of the truth; otherwise
 * decoding continues to <eos> or the limit.
 */
export function traceExample(model: TracedModel, example: TracedExample): Trace {
  const { task, shape } = model;
  const { answer, swapped } = example;
  const own = read(model, example);
  const other = swapped ? read(model, { source: swapped, answer: null }) : null;
  const feeding = answer === null ? "own" : example.show.feeding;
  const show: Show = { ...example.show, feeding };
  const decoded = plainResult(() => decodeWithCapture(model, own, other, { ...example, show }));
  const pads = padsOf(show.edits);
  const sourceViews = ({ batch, pair }: ReadSource): TokenView[] => [
    ...views(task.sourceVocabulary, batch.source, pair.source),
    ...Array.from({ length: pads }, () => viewToken(task.sourceVocabulary, PAD)),
  ];
  return {
    task: tracedTask(task),
    runId: model.runId,
    shape,
    source: sourceViews(own),
    expected: answer && views(task.targetVocabulary, own.batch.targetOut, own.pair.target),
    gold: own.pair.gold && withEos(own.pair),
    show,
    trainedSteps: model.trainedSteps,
    swappedSource: other && sourceViews(other),
    ...decoded,
    beside: null,
  };
}

function read({ task, shape }: TracedModel, { source, answer }: Example): ReadSource {
  const pair = asRead(shape.sourceOrder, answer ?? { source, target: [], gold: null });
  return { pair, batch: makeBatch(task, [pair]) };
}

function tracedTask({ id, sourceUnit, targetUnit, maxSourceLength }: Task): TracedTask {
  return { id, sourceUnit, targetUnit, maxSourceLength };
}

/** Tokens with their texts, <eos> included; an unknown token keeps the text that was typed. */
function views(vocabulary: Vocabulary, ids: Int32Array, typed: readonly string[]): TokenView[] {
  return Array.from(ids, (id, i) => ({ id, text: typed[i] ?? viewToken(vocabulary, id).text }));
}

type Decoded = Pick<Trace, "encoder" | "decoding" | "steps" | "ending" | "untouched">;

/**
 * One transfer for the whole trace, and one for the untouched decode where it is not known yet.
 * @param other the source whose states the decode attends to in the place of its own; null: there is none
 */
function decodeWithCapture(
  { task, shape, weights }: TracedModel,
  { batch }: ReadSource,
  other: ReadSource | null,
  { show, answer, untouched }: TracedExample,
): Decoded {
  const { targetVocabulary: vocabulary } = task;
  const plan = planEdits(show.edits, vocabulary);
  const truth = show.feeding === "truth" ? Array.from(batch.targetOut) : null;
  const limit = truth?.length ?? answerLimit(task, answer);
  const decoding: Decoding = { vocabulary, choosing: show.choosing, limit };
  const handover = handOver(weights, shape, sourceTensors(batch));
  const attended = other ? handOver(weights, shape, sourceTensors(other.batch)) : handover;
  const plain = plainCourse(handover, truth);
  const isEdited = show.edits.length > 0;
  const course = isEdited
    ? editedCourse(plain, plan, editedMemory(handover, plan, attended))
    : plain;
  const decoded = readTogether((collect) => {
    const encoder = collectEncoder(collect, attended, (other ?? { batch }).batch, plan.pads);
    const decode = collectDecode(collect, course, decoding);
    return () => ({ encoder: encoder(), ...decode() });
  });
  const plainDecode = () => readTogether((collect) => collectDecode(collect, plain, decoding));
  return { ...decoded, untouched: isEdited ? (untouched ?? plainDecode()) : null };
}

/** Most steps of a free answer: the right answer may be longer than the task's longest target. */
export function answerLimit({ maxTargetLength }: Task, answer: Pair | null): number {
  return decodingLimit(Math.max(maxTargetLength, answer?.target.length ?? 0)); // without <eos>
}
