/**
 * Synthetic traces of any model, consistent in themselves: scores give the weights, weights give the context, gates
 * give the state, logits give the answer.
 */
import {
  feedsInput,
  hasAttentionalState,
  isBidirectional,
  keySize,
  type ModelShape,
  tokenSize,
} from "../../engine/setup/modelShape";
import { EOS, SOS, type TokenView } from "../../engine/text/tokens";
import type {
  AttentionTrace,
  CellState,
  DecoderStep,
  DecodingTrace,
  LayerTrace,
  Matrix,
  Trace,
  TracedTask,
} from "../../engine/results/trace";
import { GREEDY, INITIAL_SHOW, type Show } from "../../engine/show";
import { matrixRow } from "../../engine/results/vectors";
import { makeBeam } from "./beams";
import {
  makeLayer,
  matrixOf,
  numbersFrom,
  oneHot,
  softmax,
  type Numbers,
} from "./syntheticNumbers";

export interface TraceOptions extends Partial<ModelShape> {
  readonly task?: Partial<TracedTask>;
  readonly runId?: number | null;
  readonly source?: readonly string[]; // without <eos>, in writing order
  readonly target?: readonly string[]; // without <eos>
  readonly teacherForcing?: boolean;
  readonly decoding?: DecodingTrace["kind"];
  readonly known?: boolean; // whether the right answer is known
  /** Positions of wrong answers. In sampling and beam search the right token is still the likelier one. */
  readonly wrong?: readonly number[];
  readonly seed?: number;
}

const SHAPE: ModelShape = {
  network: "recurrent",
  heads: "2",
  positions: "sinusoidal",
  cell: "gru",
  layers: 1,
  decoderLayers: "same",
  direction: "unidirectional",
  sourceOrder: "forward",
  tokenInput: "learned",
  attention: "additive",
  timing: "bahdanau",
  inputFeeding: "off",
  hiddenSize: 64,
  embeddingSize: 16,
  sourceTokens: 30,
  targetTokens: 30,
};
const TASK: TracedTask = {
  id: "reverse",
  sourceUnit: "character",
  targetUnit: "character",
  maxSourceLength: 8,
};
const BEAM_WIDTH = 3;
const eos: TokenView = { id: EOS, text: "<eos>" };

function withDefaults(options: TraceOptions) {
  const source = options.source ?? ["a", "t", "t", "e", "n", "d", "s"];
  return {
    ...SHAPE,
    source,
    target: source.toReversed(),
    teacherForcing: false,
    decoding: "greedy" as const,
    known: true,
    wrong: [] as readonly number[],
    seed: 1,
    runId: 1,
    ...options,
    task: { ...TASK, ...options.task },
  };
}

type FullOptions = ReturnType<typeof withDefaults>;

function shapeOf(options: FullOptions): ModelShape {
  const names = Object.keys(SHAPE) as (keyof ModelShape)[];
  return Object.fromEntries(names.map((name) => [name, options[name]])) as unknown as ModelShape;
}

function tokenIds(texts: readonly string[]): (text: string) => TokenView {
  const known = [...new Set(texts)];
  return (text) => ({ id: 4 + known.indexOf(text), text });
}

interface Maker extends Numbers {
  readonly options: FullOptions;
  readonly shape: ModelShape;
  readonly source: readonly TokenView[]; // in reading order, with <eos>
  readonly target: readonly TokenView[]; // with <eos>
  readonly all: readonly TokenView[];
  readonly states: Matrix; // [S, K]
  readonly initial: readonly CellState[]; // s(0) of each decoder layer
}

function attend(maker: Maker, query: Float32Array, focus: number): AttentionTrace {
  const { states, random } = maker;
  const scores = Float32Array.from(
    { length: states.rows },
    (_, s) => 3.4 - 2.1 * Math.abs(s - focus) ** 0.8 + random() * 0.5,
  );
  const weights = softmax(scores);
  const context = new Float32Array(states.columns);
  weights.forEach((weight, s) =>
    matrixRow(states, s).forEach((value, k) => (context[k] = (context[k] ?? 0) + weight * value)),
  );
  return { query, scores, weights, context };
}

function answer(
  maker: Maker,
  t: number,
): Pick<DecoderStep, "logits" | "top" | "chosen" | "saidByHand"> {
  const { options, target, all, shape } = maker;
  const right = target[t] ?? eos;
  const slip = all.find((token) => token.id !== right.id) ?? eos;
  const chosen = options.wrong.includes(t) ? slip : right;
  const [likeliest, second] = options.decoding === "greedy" ? [chosen, right] : [right, chosen];
  const logits = maker.vector(shape.targetTokens);
  logits[second.id] = 5;
  logits[likeliest.id] = 6;
  const probabilities = softmax(logits);
  const view = (id: number): TokenView =>
    all.find((token) => token.id === id) ?? { id, text: `t${id}` };
  const top = [...logits.keys()]
    .toSorted((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0))
    .slice(0, 5)
    .map((id) => ({
      token: view(id),
      logit: logits[id] ?? 0,
      probability: probabilities[id] ?? 0,
    }));
  return { logits, top, chosen, saidByHand: false };
}

function makeInput(
  { options, target }: Maker,
  t: number,
  previous: DecoderStep | undefined,
): Pick<DecoderStep, "input" | "inputOrigin"> {
  if (!previous) return { input: { id: SOS, text: "<sos>" }, inputOrigin: "sos" };
  if (options.teacherForcing) return { input: target[t - 1] ?? eos, inputOrigin: "truth" };
  return { input: previous.chosen, inputOrigin: "model" };
}

function embed(maker: Maker, side: "encoder" | "decoder", token: TokenView): Float32Array {
  const size = tokenSize(maker.shape, side);
  return maker.shape.tokenInput === "onehot" ? oneHot(size, token.id) : maker.vector(size);
}

function makeStep(maker: Maker, t: number, previous: DecoderStep | undefined): DecoderStep {
  const { shape, vector } = maker;
  const fed = makeInput(maker, t, previous);
  const before = previous ? previous.layers.map(({ after }) => after) : maker.initial;
  const layers: readonly LayerTrace[] = before.map((state) => makeLayer(maker, shape.cell, state));
  const luong = hasAttentionalState(shape);
  const none = new Float32Array(shape.hiddenSize);
  const top = layers.at(-1);
  const query = (luong ? top?.after.h : top?.before.h) ?? none;
  return {
    ...fed,
    embedding: embed(maker, "decoder", fed.input),
    fedAttentional: feedsInput(shape) ? (previous?.attentional ?? none) : null,
    attention: shape.attention === "none" ? null : attend(maker, query, focusOf(maker, t)),
    layers,
    attentional: luong ? vector(shape.hiddenSize) : null,
    ...answer(maker, t),
  };
}

/** The column that reversing the source attends to: the token to write next, and <eos> for <eos>. */
function focusOf({ source, target, shape }: Maker, t: number): number {
  if (t >= target.length - 1) return source.length - 1;
  return shape.sourceOrder === "reversed"
    ? Math.min(t, source.length - 2)
    : Math.max(0, source.length - 2 - t);
}

/** s(0): each layer starts from the encoder layer of the same index; a bridge gives every layer the same vector. */
function initialStates(
  { shape, state }: Numbers & { shape: ModelShape },
  layers: readonly Matrix[],
): CellState[] {
  const { hiddenSize, cell } = shape;
  const bridged = state(hiddenSize, cell);
  if (isBidirectional(shape)) return layers.map(() => bridged);
  return layers.map((rows) => ({
    h: matrixRow(rows, rows.rows - 1),
    c: state(hiddenSize, cell).c,
  }));
}

function showOf({ teacherForcing, decoding }: FullOptions): Show {
  const choosing = { ...GREEDY, method: decoding, beamWidth: BEAM_WIDTH };
  return { ...INITIAL_SHOW, feeding: teacherForcing ? "truth" : "own", choosing };
}

function decodingOf({ options }: Maker, steps: readonly DecoderStep[]): DecodingTrace {
  if (options.decoding === "sampling") return { kind: "sampling", temperature: 1, seed: 1 };
  if (options.decoding === "greedy" || options.teacherForcing) return { kind: "greedy" };
  return makeBeam(steps, BEAM_WIDTH);
}

function makeMaker(options: FullOptions): Maker & { readonly lower: Matrix | null } {
  const shape = shapeOf(options);
  const numbers = numbersFrom(options.seed);
  const view = tokenIds([...options.source, ...options.target]);
  const read = shape.sourceOrder === "reversed" ? options.source.toReversed() : options.source;
  const source = [...read.map(view), eos];
  const target = [...options.target.map(view), eos];
  const K = keySize(shape);
  const layer = (): Matrix => matrixOf(source.map(() => numbers.vector(K)), K); // prettier-ignore
  const layers = Array.from({ length: shape.layers }, layer);
  const states = layers.at(-1) ?? layer();
  const initial = initialStates({ ...numbers, shape }, layers);
  const lower = layers.length > 1 ? (layers[0] ?? null) : null;
  return { ...numbers, options, shape, source, target, all: [...source, ...target], states, initial, lower }; // prettier-ignore
}

/** Equal options give equal traces. */
export function makeTrace(options: TraceOptions = {}): Trace {
  const full = withDefaults(options);
  const maker = makeMaker(full);
  const { shape, source, target, states, lower } = maker;
  const steps: DecoderStep[] = [];
  for (let t = 0; t < target.length; t++) steps.push(makeStep(maker, t, steps.at(-1)));
  const embeddings = source.map((token) => embed(maker, "encoder", token));
  return {
    task: full.task,
    runId: full.runId,
    shape,
    source,
    expected: full.known ? target : null,
    gold: full.known ? target.map((_, t) => [focusOf(maker, t)]) : null,
    show: showOf(full),
    decoding: decodingOf(maker, steps),
    swappedSource: null,
    transformer: null,
    encoder: { embeddings: matrixOf(embeddings, tokenSize(shape, "encoder")), states, lower },
    steps,
    ending: full.teacherForcing ? "truth" : "eos",
    trainedSteps: 1000,
    beside: null,
    untouched: null,
  };
}
