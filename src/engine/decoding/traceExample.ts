/** Decodes one example and keeps everything on the way: makes the Trace. */
import { concat, reshape, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { sourceTensors } from "../model/batchTensors";
import {
  decoderStep,
  type DecoderStepTensors,
  embedInputs,
  projectEmbeddings,
  readLogits,
} from "../model/decoder";
import { plainResult } from "../model/scope";
import { handOver } from "../model/seq2seq";
import type { ModelShape } from "../model/shape";
import type { Weights } from "../model/weights";
import { withEos } from "../tasks/gold";
import type { Pair, Task } from "../tasks/task";
import { EOS, SOS, type TokenView, viewToken, type Vocabulary } from "../tokens";
import type { DecoderStep, InputOrigin, Trace } from "../trace";
import { type Batch, makeBatch } from "../batch";
import { topCandidates } from "./candidates";
import { decodingLimit } from "./greedy";

/** The model that decodes. */
export interface TracedModel {
  readonly task: Task;
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly trainedSteps: number;
}

/** What is decoded. `target` null: nobody knows the answer, so the truth cannot be fed. */
export interface TracedExample {
  readonly source: readonly string[];
  readonly answer: Pair | null;
  readonly teacherForcing: boolean;
}

/**
 * Decodes the example step by step.
 * Fed the truth it takes as many steps as the truth has tokens; fed its own answers it goes on to <eos> or the limit.
 */
export function traceExample(model: TracedModel, example: TracedExample): Trace {
  const { task, shape } = model;
  const answer = example.answer;
  const batch = makeBatch(task, [answer ?? { source: example.source, target: [], gold: null }]);
  const truth = answer && example.teacherForcing ? Array.from(batch.targetOut) : null;
  const run = plainResult(() => decodeWithCapture(model, batch, truth));
  return {
    source: views(task.sourceVocabulary, batch.source, example.source),
    expected: answer && views(task.targetVocabulary, batch.targetOut, answer.target),
    gold: answer?.gold ? withEos(answer) : null,
    attention: shape.attention,
    timing: shape.timing,
    teacherForcing: truth !== null,
    trainedSteps: model.trainedSteps,
    ...run,
  };
}

/** Tokens for showing, <eos> included; a token that the vocabulary lacks keeps the text that was typed. */
function views(vocabulary: Vocabulary, ids: Int32Array, typed: readonly string[]): TokenView[] {
  return Array.from(ids, (id, i) => ({ id, text: typed[i] ?? viewToken(vocabulary, id).text }));
}

type Captured = Pick<Trace, "encoder" | "initialState" | "steps" | "ending">;

function decodeWithCapture(
  model: TracedModel,
  batch: Batch,
  truth: readonly number[] | null,
): Captured {
  const { shape, weights, task } = model;
  const { decoder, encoded, memory } = handOver(weights, shape, sourceTensors(batch));
  const limit = truth ? truth.length : decodingLimit(task.maxTargetLength);
  const steps: DecoderStep[] = [];
  let state = encoded.final;
  let fed: { id: number; origin: InputOrigin } = { id: SOS, origin: "sos" };
  while (steps.length < limit) {
    const embedding = embedInputs(decoder, tensor([fed.id], [1], "int32")); // [1, E]
    const step = decoderStep(decoder, projectEmbeddings(decoder, embedding), state, memory);
    const logits = readLogits(decoder, step.readout); //                       [1, V]
    const record = readStep({ step, embedding, logits, state }, fed, task.targetVocabulary);
    steps.push(record);
    state = step.cell.state;
    const t = steps.length - 1;
    if (!truth && record.chosen.id === EOS) break;
    fed = truth
      ? { id: truth[t] ?? EOS, origin: "truth" }
      : { id: record.chosen.id, origin: "model" };
  }
  const [embeddings, states, initialState] = readAll([
    encoded.embeddings,
    encoded.states,
    encoded.final,
  ]);
  const rows = batch.sourceLength;
  return {
    encoder: {
      embeddings: { rows, columns: shape.embeddingSize, data: embeddings },
      states: { rows, columns: shape.hiddenSize, data: states },
    },
    initialState,
    steps,
    ending: truth ? "truth" : steps.at(-1)?.chosen.id === EOS ? "eos" : "limit",
  };
}

interface StepTensors {
  readonly step: DecoderStepTensors;
  readonly embedding: Tensor;
  readonly logits: Tensor;
  readonly state: Tensor; // before the step
}

/** Reads one step's tensors in one transfer. */
function readStep(
  { step, embedding, logits, state }: StepTensors,
  fed: { readonly id: number; readonly origin: InputOrigin },
  vocabulary: Vocabulary,
): DecoderStep {
  const { cell, attended, query, attentional } = step;
  const always = [embedding, logits, state, cell.reset, cell.update, cell.candidate, cell.state];
  const looked =
    attended && query ? [query, attended.scores, attended.weights, attended.context] : [];
  const parts = readAll([...always, ...looked, ...(attentional ? [attentional] : [])] as Tensor[]);
  const [embeddingData, logitData, previousState, reset, update, candidate, next] = parts as Seven;
  const [q, scores, weights, context] = parts.slice(7) as Four;
  const top = topCandidates(logitData, vocabulary);
  return {
    input: viewToken(vocabulary, fed.id),
    inputOrigin: fed.origin,
    embedding: embeddingData,
    attention: attended ? { query: q, scores, weights, context } : null,
    gates: { reset, update, candidate },
    previousState,
    state: next,
    attentional: attentional ? (parts.at(-1) ?? null) : null,
    logits: logitData,
    top,
    chosen: top[0].token,
  };
}

type Four = [Float32Array, Float32Array, Float32Array, Float32Array];
type Seven = [...Four, Float32Array, Float32Array, Float32Array];

/** The values of several tensors by a single readback; each gets an array of its own. */
function readAll<const T extends readonly Tensor[]>(tensors: T): { [K in keyof T]: Float32Array } {
  const flat = concat(tensors.map((part) => reshape(part, [-1]))).dataSync() as Float32Array;
  let offset = 0;
  const parts = tensors.map((part) => flat.slice(offset, (offset += part.size)));
  return parts as { [K in keyof T]: Float32Array };
}
