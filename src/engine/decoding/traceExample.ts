/** Decodes one example and keeps everything on the way: makes the Trace. */
import { argMax, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { type Batch, makeBatch } from "../batch";
import { sourceTensors } from "../model/batchTensors";
import { decoderStep, projectTokens, readLogits } from "../model/decoder";
import { plainResult } from "../model/scope";
import { type Handover, handOver } from "../model/seq2seq";
import { tokenVectors } from "../model/tokenInput";
import type { Weights } from "../model/weights";
import { keySize, type ModelShape, tokenSize } from "../setup/modelShape";
import { createRandom } from "../rng";
import type { Choosing, Show } from "../show";
import { withEos } from "../tasks/gold";
import { asRead } from "../tasks/readingOrder";
import type { Pair, Task } from "../tasks/task";
import { EOS, SOS, type TokenView, viewToken, type Vocabulary } from "../text/tokens";
import type {
  DecoderStep,
  DecodingTrace,
  InputOrigin,
  Matrix,
  Trace,
  TracedTask,
} from "../results/trace";
import { searchBeam } from "./beam";
import { topCandidates } from "./candidates";
import {
  type CapturedStep,
  type Collect,
  collectStep,
  readsAreFree,
  readTogether,
  type StepTensors,
} from "./capture";
import { decodingLimit } from "./greedy";
import { sampleTokens } from "./sampling";

/** The model that decodes. */
export interface TracedModel {
  readonly task: Task;
  /** The run that it belongs to; null for a model of none. */
  readonly runId: number | null;
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly trainedSteps: number;
}

/** What is decoded, and how. `answer` null: nobody knows it, so the truth cannot be fed. */
export interface TracedExample {
  readonly source: readonly string[];
  readonly answer: Pair | null;
  readonly show: Show;
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
  const { show } = example;
  const feeding = example.answer === null ? "own" : show.feeding;
  const run = plainResult(() =>
    decodeWithCapture(model, batch, feeding === "truth" ? null : show.choosing),
  );
  return {
    task: tracedTask(task),
    runId: model.runId,
    shape,
    source: views(task.sourceVocabulary, batch.source, pair.source),
    expected: example.answer && views(task.targetVocabulary, batch.targetOut, pair.target),
    gold: pair.gold && withEos(pair),
    show: { ...show, feeding },
    trainedSteps: model.trainedSteps,
    ...run,
  };
}

function tracedTask({ id, sourceUnit, targetUnit, maxSourceLength }: Task): TracedTask {
  return { id, sourceUnit, targetUnit, maxSourceLength };
}

/** Tokens for showing, <eos> included; a token that the vocabulary lacks keeps the text that was typed. */
function views(vocabulary: Vocabulary, ids: Int32Array, typed: readonly string[]): TokenView[] {
  return Array.from(ids, (id, i) => ({ id, text: typed[i] ?? viewToken(vocabulary, id).text }));
}

type Captured = Pick<Trace, "encoder" | "decoding" | "steps" | "ending">;

/**
 * Everything stays on the backend until all steps are done: one readback for the whole trace. A beam alone reads more,
 * since it is searched on this side.
 * @param choosing how tokens are chosen; null: the truth is fed
 */
function decodeWithCapture(model: TracedModel, batch: Batch, choosing: Choosing | null): Captured {
  const handover = handOver(model.weights, model.shape, sourceTensors(batch));
  const truth = choosing ? null : Array.from(batch.targetOut);
  const limit = truth?.length ?? answerLimit(model.task, batch);
  const { say, decoding } = choosing ? choice(model, handover, choosing, limit) : ARGMAX;
  const { encoder, captured } = readTogether((collect) => {
    const states = collectEncoder(collect, model, batch, handover);
    const steps = follow(model, handover, { limit, say, truth }).map((step) =>
      collectStep(collect, step),
    );
    return () => ({ encoder: states(), captured: steps.map((step) => step()) });
  });
  const steps = readSteps(model.task.targetVocabulary, captured, truth);
  if (truth) return { encoder, decoding, steps, ending: "truth" };
  return { encoder, decoding, steps, ending: steps.at(-1)?.chosen.id === EOS ? "eos" : "limit" };
}

/** Most steps of a free answer: the right one may be longer than any of the task's. */
function answerLimit({ maxTargetLength }: Task, { targetLength }: Batch): number {
  return decodingLimit(Math.max(maxTargetLength, targetLength - 1)); // without <eos>
}

/** Picks the token that a step says. logits [1, V] -> [1] int32, t counts from 0 */
type Say = (logits: Tensor, t: number) => Tensor;

interface Choice {
  readonly say: Say;
  readonly decoding: DecodingTrace;
}

const ARGMAX: Choice = { say: (logits) => argMax(logits, 1), decoding: { kind: "greedy" } };

/** A beam is searched first; the trace then follows the path that it found. */
function choice(
  { task }: TracedModel,
  handover: Handover,
  choosing: Choosing,
  limit: number,
): Choice {
  switch (choosing.method) {
    case "greedy":
      return ARGMAX;
    case "sampling": {
      const { temperature, sampleSeed: seed } = choosing;
      const random = createRandom(seed, "sampling");
      const say: Say = (logits) => sampleTokens(logits, temperature, tensor([[random.next()]]));
      return { say, decoding: { kind: "sampling", temperature, seed } };
    }
    case "beam": {
      const width = choosing.beamWidth;
      const { path, ...tree } = searchBeam(handover, task.targetVocabulary, { width, limit });
      const say: Say = (_logits, t) => idTensor(path[t] ?? EOS);
      return { say, decoding: { kind: "beam", width, ...tree } };
    }
    default:
      return choosing.method satisfies never;
  }
}

const idTensor = (id: number): Tensor => tensor([id], [1], "int32");

interface Way {
  readonly limit: number; // most steps
  readonly say: Say;
  readonly truth: readonly number[] | null; // what is fed instead of what was said
}

/**
 * Steps the decoder on and on, feeding it the truth or what it said. Where a look at what was said has to wait for the
 * device, it is taken beyond <eos> too: a step too many costs less.
 */
function follow(
  { shape, weights }: TracedModel,
  { decoder, initial, memory }: Handover,
  { limit, say, truth }: Way,
): StepTensors[] {
  const endsEarly = !truth && readsAreFree();
  const steps: StepTensors[] = [];
  let before = initial;
  let ids = idTensor(SOS);
  for (let t = 0; t < limit; t++) {
    const step = decoderStep(decoder, projectTokens(decoder, ids), before, memory);
    const logits = readLogits(decoder, step.readout); //                    [1, V]
    const embedding = tokenVectors(weights, shape, "decoder", ids); //      [1, E]
    const said = say(logits, t);
    steps.push({ before, step, embedding, logits, said });
    if (endsEarly && said.dataSync()[0] === EOS) break;
    before = step.next;
    ids = truth ? idTensor(truth[t] ?? EOS) : said;
  }
  return steps;
}

/** The steps as they are shown; without a truth they end with the first <eos>. */
function readSteps(
  vocabulary: Vocabulary,
  captured: readonly CapturedStep[],
  truth: readonly number[] | null,
): DecoderStep[] {
  const end = truth ? -1 : captured.findIndex(({ said }) => said === EOS);
  const shown = end < 0 ? captured : captured.slice(0, end + 1);
  return shown.map(({ said, ...quantities }, t): DecoderStep => {
    const fed = truth ? truth[t - 1] : shown[t - 1]?.said;
    const origin: InputOrigin = truth ? "truth" : "model";
    return {
      input: viewToken(vocabulary, fed ?? SOS),
      inputOrigin: t === 0 ? "sos" : origin,
      ...quantities,
      top: topCandidates(quantities.logits, vocabulary),
      chosen: viewToken(vocabulary, said),
    };
  });
}

function collectEncoder(
  collect: Collect,
  { shape, weights }: TracedModel,
  batch: Batch,
  { encoded }: Handover,
): () => Trace["encoder"] {
  const rows = batch.sourceLength;
  const matrix = (columns: number, data: Float32Array): Matrix => ({ rows, columns, data });
  const K = keySize(shape);
  const [bottom, top] = [encoded.layers[0], encoded.layers.at(-1)];
  if (!bottom || !top) throw new Error("trace: an encoder without layers");
  const ids = tensor(batch.source, [rows], "int32");
  const embeddings = collect(tokenVectors(weights, shape, "encoder", ids));
  const states = collect(top);
  const lower = shape.layers > 1 ? collect(bottom) : null;
  return () => ({
    embeddings: matrix(tokenSize(shape, "encoder"), embeddings()),
    states: matrix(K, states()),
    lower: lower && matrix(K, lower()),
  });
}
