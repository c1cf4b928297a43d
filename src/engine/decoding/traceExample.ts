/** Decodes one example and keeps everything on the way: makes the Trace. */
import { tensor } from "@tensorflow/tfjs-core";
import { type Batch, makeBatch } from "../batch";
import type { Config } from "../config";
import { sourceTensors } from "../model/batchTensors";
import { decoderStep, projectTokens, readLogits } from "../model/decoder";
import { plainResult } from "../model/scope";
import { type Handover, handOver } from "../model/seq2seq";
import { tokenVectors } from "../model/tokenInput";
import type { Weights } from "../model/weights";
import { keySize, type ModelShape, tokenSize } from "../modelShape";
import { createRandom } from "../rng";
import { withEos } from "../tasks/gold";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { EOS, SOS, type TokenView, viewToken, type Vocabulary } from "../tokens";
import type { DecoderStep, DecodingTrace, InputOrigin, Matrix, Trace } from "../trace";
import { searchBeam } from "./beam";
import { topCandidates } from "./candidates";
import { captureStep, readTogether } from "./capture";
import { decodingLimit } from "./greedy";
import { sampleToken } from "./sampling";

/** The model that decodes. */
export interface TracedModel {
  readonly task: Task;
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly trainedSteps: number;
}

export type DecodingSettings = Pick<
  Config,
  "decoding" | "beamWidth" | "temperature" | "sampleSeed"
>;

/** What is decoded, and how. `answer` null: nobody knows it, so the truth cannot be fed. */
export interface TracedExample {
  readonly source: readonly string[];
  readonly answer: Pair | null;
  readonly teacherForcing: boolean;
  readonly decoding: DecodingSettings;
}

/**
 * Decodes the example step by step.
 * Fed the truth it takes as many steps as the truth has tokens; fed its own answers it goes on to <eos> or the limit.
 */
export function traceExample(model: TracedModel, example: TracedExample): Trace {
  const { task, shape } = model;
  const written = example.answer ?? { source: example.source, target: [], gold: null };
  const pair = asRead(shape.sourceOrder, written);
  const batch = makeBatch(task, [pair]);
  const isTruthFed = example.answer !== null && example.teacherForcing;
  const run = plainResult(() =>
    decodeWithCapture(model, batch, isTruthFed ? null : example.decoding),
  );
  return {
    shape,
    source: views(task.sourceVocabulary, batch.source, pair.source),
    expected: example.answer && views(task.targetVocabulary, batch.targetOut, pair.target),
    gold: pair.gold && withEos(pair),
    teacherForcing: isTruthFed,
    trainedSteps: model.trainedSteps,
    ...run,
  };
}

/** Tokens for showing, <eos> included; a token that the vocabulary lacks keeps the text that was typed. */
function views(vocabulary: Vocabulary, ids: Int32Array, typed: readonly string[]): TokenView[] {
  return Array.from(ids, (id, i) => ({ id, text: typed[i] ?? viewToken(vocabulary, id).text }));
}

type Captured = Pick<Trace, "encoder" | "decoding" | "steps" | "ending">;

/** @param settings how tokens are chosen; null: the truth is fed */
function decodeWithCapture(
  model: TracedModel,
  batch: Batch,
  settings: DecodingSettings | null,
): Captured {
  const handover = handOver(model.weights, model.shape, sourceTensors(batch));
  const encoder = captureEncoder(model, batch, handover);
  if (!settings) {
    const truth = Array.from(batch.targetOut);
    const steps = follow(model, handover, { limit: truth.length, choose: argmaxOf, truth });
    return { encoder, decoding: { kind: "greedy" }, steps, ending: "truth" };
  }
  const limit = answerLimit(model.task, batch);
  const { choose, decoding } = choice(model, handover, settings, limit);
  const steps = follow(model, handover, { limit, choose, truth: null });
  return { encoder, decoding, steps, ending: steps.at(-1)?.chosen.id === EOS ? "eos" : "limit" };
}

/** Most steps of a free answer: the right one may be longer than any of the task's. */
function answerLimit({ maxTargetLength }: Task, { targetLength }: Batch): number {
  return decodingLimit(Math.max(maxTargetLength, targetLength - 1)); // without <eos>
}

/** Picks the token that a step says. logits [V], t counts from 0 */
type Choose = (logits: Float32Array, t: number) => number;

/** The first of the largest. */
const argmaxOf: Choose = (logits) =>
  logits.reduce((best, x, i) => (x > (logits[best] ?? 0) ? i : best), 0);

/** A beam is searched first; the trace then follows the path that it found. */
function choice(
  { task }: TracedModel,
  handover: Handover,
  settings: DecodingSettings,
  limit: number,
): { readonly choose: Choose; readonly decoding: DecodingTrace } {
  switch (settings.decoding) {
    case "greedy":
      return { choose: argmaxOf, decoding: { kind: "greedy" } };
    case "sampling": {
      const { temperature, sampleSeed: seed } = settings;
      const random = createRandom(seed, "sampling");
      const choose: Choose = (logits) => sampleToken(logits, temperature, random.next());
      return { choose, decoding: { kind: "sampling", temperature, seed } };
    }
    case "beam": {
      const width = settings.beamWidth;
      const { path, ...tree } = searchBeam(handover, task.targetVocabulary, { width, limit });
      return { choose: (_logits, t) => path[t] ?? EOS, decoding: { kind: "beam", width, ...tree } };
    }
    default:
      return settings.decoding satisfies never;
  }
}

interface Way {
  readonly limit: number; // most steps
  readonly choose: Choose;
  readonly truth: readonly number[] | null; // what is fed instead of what was said
}

/** Steps the decoder to the end, feeding it the truth or what it said. */
function follow(
  { shape, weights, task }: TracedModel,
  { decoder, initial, memory }: Handover,
  { limit, choose, truth }: Way,
): DecoderStep[] {
  const steps: DecoderStep[] = [];
  let state = initial;
  let fed: { id: number; origin: InputOrigin } = { id: SOS, origin: "sos" };
  while (steps.length < limit) {
    const ids = tensor([fed.id], [1], "int32");
    const step = decoderStep(decoder, projectTokens(decoder, ids), state, memory);
    const logits = readLogits(decoder, step.readout); //                    [1, V]
    const embedding = tokenVectors(weights, shape, "decoder", ids); //      [1, E]
    const captured = captureStep({ before: state, step, embedding, logits });
    const t = steps.length;
    const chosen = viewToken(task.targetVocabulary, choose(captured.logits, t));
    const top = topCandidates(captured.logits, task.targetVocabulary);
    const input = viewToken(task.targetVocabulary, fed.id);
    steps.push({ input, inputOrigin: fed.origin, ...captured, top, chosen });
    state = step.next;
    if (!truth && chosen.id === EOS) break;
    fed = truth ? { id: truth[t] ?? EOS, origin: "truth" } : { id: chosen.id, origin: "model" };
  }
  return steps;
}

function captureEncoder(
  { shape, weights }: TracedModel,
  batch: Batch,
  { encoded }: Handover,
): Trace["encoder"] {
  const rows = batch.sourceLength;
  const matrix = (columns: number, data: Float32Array): Matrix => ({ rows, columns, data });
  const K = keySize(shape);
  const [bottom, top] = [encoded.layers[0], encoded.layers.at(-1)];
  if (!bottom || !top) throw new Error("trace: an encoder without layers");
  return readTogether((collect) => {
    const ids = tensor(batch.source, [rows], "int32");
    const embeddings = collect(tokenVectors(weights, shape, "encoder", ids));
    const states = collect(top);
    const lower = shape.layers > 1 ? collect(bottom) : null;
    return () => ({
      embeddings: matrix(tokenSize(shape, "encoder"), embeddings()),
      states: matrix(K, states()),
      lower: lower && matrix(K, lower()),
    });
  });
}
