/** Decodes one example and captures every intermediate quantity: makes the Trace. */
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

/** The model to trace. */
export interface TracedModel {
  readonly task: Task;
  /** The model's run; null if it has none. */
  readonly runId: number | null;
  readonly shape: ModelShape;
  readonly weights: Weights;
  readonly trainedSteps: number;
}

/** The example and the settings of the decode. `answer` null: it is unknown, so the truth cannot be fed. */
export interface TracedExample {
  readonly source: readonly string[];
  readonly answer: Pair | null;
  readonly show: Show;
}

/**
 * Decodes the example step by step. With teacher forcing there is one step for each token of the truth; otherwise
 * decoding continues to <eos> or the limit.
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
    swappedSource: null,
    ...run,
    untouched: null,
    beside: null,
  };
}

function tracedTask({ id, sourceUnit, targetUnit, maxSourceLength }: Task): TracedTask {
  return { id, sourceUnit, targetUnit, maxSourceLength };
}

/** Tokens with their texts, <eos> included; an unknown token keeps the text that was typed. */
function views(vocabulary: Vocabulary, ids: Int32Array, typed: readonly string[]): TokenView[] {
  return Array.from(ids, (id, i) => ({ id, text: typed[i] ?? viewToken(vocabulary, id).text }));
}

type Captured = Pick<Trace, "encoder" | "decoding" | "steps" | "ending">;

/**
 * All tensors stay on the backend until all steps are done: one transfer for the whole trace. Only beam search reads
 * more, because it runs in JavaScript.
 * @param choosing how tokens are chosen; null: teacher forcing
 */
function decodeWithCapture(model: TracedModel, batch: Batch, choosing: Choosing | null): Captured {
  const handover = handOver(model.weights, model.shape, sourceTensors(batch));
  const truth = choosing ? null : Array.from(batch.targetOut);
  const limit = truth?.length ?? answerLimit(model.task, batch);
  const { chooseToken, decoding } = choosing
    ? tokenChoice(model, handover, choosing, limit)
    : ARGMAX;
  const { encoder, captured } = readTogether((collect) => {
    const states = collectEncoder(collect, model, batch, handover);
    const steps = runDecoder(model, handover, { limit, chooseToken, truth }).map((step) =>
      collectStep(collect, step),
    );
    return () => ({ encoder: states(), captured: steps.map((step) => step()) });
  });
  const steps = readSteps(model.task.targetVocabulary, captured, truth);
  if (truth) return { encoder, decoding, steps, ending: "truth" };
  return { encoder, decoding, steps, ending: steps.at(-1)?.chosen.id === EOS ? "eos" : "limit" };
}

/** Most steps of a free answer: the right answer may be longer than the task's longest target. */
function answerLimit({ maxTargetLength }: Task, { targetLength }: Batch): number {
  return decodingLimit(Math.max(maxTargetLength, targetLength - 1)); // without <eos>
}

/** Chooses the token of step t (0-based). logits [1, V] -> [1] int32 */
type ChooseToken = (logits: Tensor, t: number) => Tensor;

interface TokenChoice {
  readonly chooseToken: ChooseToken;
  readonly decoding: DecodingTrace;
}

const ARGMAX: TokenChoice = {
  chooseToken: (logits) => argMax(logits, 1),
  decoding: { kind: "greedy" },
};

/** Beam search runs first; the trace then follows its path. */
function tokenChoice(
  { task }: TracedModel,
  handover: Handover,
  choosing: Choosing,
  limit: number,
): TokenChoice {
  switch (choosing.method) {
    case "greedy":
      return ARGMAX;
    case "sampling": {
      const { temperature, sampleSeed: seed } = choosing;
      const random = createRandom(seed, "sampling");
      const chooseToken: ChooseToken = (logits) =>
        sampleTokens(logits, temperature, tensor([[random.next()]]));
      return { chooseToken, decoding: { kind: "sampling", temperature, seed } };
    }
    case "beam": {
      const width = choosing.beamWidth;
      const { path, ...tree } = searchBeam(handover, task.targetVocabulary, { width, limit });
      const chooseToken: ChooseToken = (_logits, t) => idTensor(path[t] ?? EOS);
      return { chooseToken, decoding: { kind: "beam", width, ...tree } };
    }
    default:
      return choosing.method satisfies never;
  }
}

const idTensor = (id: number): Tensor => tensor([id], [1], "int32");

interface DecoderRun {
  readonly limit: number; // most steps
  readonly chooseToken: ChooseToken;
  readonly truth: readonly number[] | null; // ids to feed instead of the chosen tokens
}

/**
 * Runs the decoder, fed the truth or its own tokens. On a device it does not stop at <eos>: a transfer after each step
 * costs more than the extra steps.
 */
function runDecoder(
  { shape, weights }: TracedModel,
  { decoder, initial, memory }: Handover,
  { limit, chooseToken, truth }: DecoderRun,
): StepTensors[] {
  const endsEarly = !truth && readsAreFree();
  const steps: StepTensors[] = [];
  let before = initial;
  let ids = idTensor(SOS);
  for (let t = 0; t < limit; t++) {
    const step = decoderStep(decoder, projectTokens(decoder, ids), before, memory);
    const logits = readLogits(decoder, step.readout); //                    [1, V]
    const embedding = tokenVectors(weights, shape, "decoder", ids); //      [1, E]
    const said = chooseToken(logits, t);
    steps.push({ before, step, embedding, logits, said });
    if (endsEarly && said.dataSync()[0] === EOS) break;
    before = step.next;
    ids = truth ? idTensor(truth[t] ?? EOS) : said;
  }
  return steps;
}

/** The steps of the trace; without teacher forcing they end with the first <eos>. */
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
      saidByHand: false,
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
  if (!bottom || !top) throw new Error("trace: expected an encoder with layers, got none");
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
