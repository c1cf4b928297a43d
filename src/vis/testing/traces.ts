/** Made-up but consistent traces for tests: scores give the weights, weights give the context, logits give the answer. */
import type { AttentionKind, Timing } from "../../engine/config";
import { EOS, SOS, type TokenView } from "../../engine/tokens";
import type { AttentionTrace, DecoderStep, Matrix, Trace } from "../../engine/trace";

export interface TraceWish {
  readonly source?: readonly string[]; // without <eos>
  readonly target?: readonly string[]; // without <eos>
  readonly attention?: AttentionKind;
  readonly timing?: Timing;
  readonly teacherForcing?: boolean;
  readonly known?: boolean; // whether the right answer is
  /** Positions at which the model errs. */
  readonly wrong?: readonly number[];
  readonly hiddenSize?: number;
  readonly seed?: number;
}

/** Numbers in [-1, 1) from a seed (Lehmer). */
function randomFrom(seed: number): () => number {
  let state = seed * 48271 + 1;
  return () => (state = (state * 16807) % 2147483647) / 1073741823.5 - 1;
}

const eos: TokenView = { id: EOS, text: "<eos>" };
const VOCABULARY = 30;
const EMBEDDING = 16;

function tokenIds(texts: readonly string[]): (text: string) => TokenView {
  const known = [...new Set(texts)];
  return (text) => ({ id: 4 + known.indexOf(text), text });
}

function softmax(scores: Float32Array): Float32Array {
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

interface Maker {
  readonly wish: Required<TraceWish>;
  readonly vector: (length: number) => Float32Array;
  readonly random: () => number;
  readonly states: readonly Float32Array[];
  readonly target: readonly TokenView[]; // with <eos>
  readonly all: readonly TokenView[];
}

function attend(maker: Maker, query: Float32Array, focus: number): AttentionTrace {
  const scores = Float32Array.from(
    maker.states,
    (_, s) => 3.4 - 2.1 * Math.abs(s - focus) ** 0.8 + maker.random() * 0.5,
  );
  const weights = softmax(scores);
  const context = new Float32Array(query.length).map((_, h) =>
    maker.states.reduce((sum, state, s) => sum + (weights[s] ?? 0) * (state[h] ?? 0), 0),
  );
  return { query, scores, weights, context };
}

function answer(maker: Maker, t: number): Pick<DecoderStep, "logits" | "top" | "chosen"> {
  const right = maker.target[t] ?? eos;
  const slip = maker.all.find((token) => token.id !== right.id) ?? eos;
  const chosen = maker.wish.wrong.includes(t) ? slip : right;
  const logits = maker.vector(VOCABULARY);
  logits[chosen.id] = 6;
  if (chosen !== right) logits[right.id] = 5;
  const probabilities = softmax(logits);
  const view = (id: number): TokenView =>
    maker.all.find((token) => token.id === id) ?? { id, text: `t${id}` };
  const top = [...logits.keys()]
    .toSorted((a, b) => (logits[b] ?? 0) - (logits[a] ?? 0))
    .slice(0, 5)
    .map((id) => ({
      token: view(id),
      logit: logits[id] ?? 0,
      probability: probabilities[id] ?? 0,
    }));
  return { logits, top, chosen };
}

function makeInput(
  { wish, target }: Maker,
  t: number,
  previous: DecoderStep | undefined,
): Pick<DecoderStep, "input" | "inputOrigin"> {
  if (!previous) return { input: { id: SOS, text: "<sos>" }, inputOrigin: "sos" };
  if (wish.teacherForcing) return { input: target[t - 1] ?? eos, inputOrigin: "truth" };
  return { input: previous.chosen, inputOrigin: "model" };
}

function makeStep(maker: Maker, t: number, previous: DecoderStep | undefined): DecoderStep {
  const { wish, vector } = maker;
  const state = vector(wish.hiddenSize);
  const previousState = previous?.state ?? maker.states.at(-1) ?? state;
  const luong = wish.attention !== "none" && wish.timing === "luong";
  const focus = reversed(maker.states.length, maker.target.length, t);
  return {
    ...makeInput(maker, t, previous),
    embedding: vector(EMBEDDING),
    attention:
      wish.attention === "none" ? null : attend(maker, luong ? state : previousState, focus),
    gates: {
      reset: vector(wish.hiddenSize).map((v) => (v + 1) / 2),
      update: vector(wish.hiddenSize).map((v) => (v + 1) / 2),
      candidate: vector(wish.hiddenSize),
    },
    previousState,
    state,
    attentional: luong ? vector(wish.hiddenSize) : null,
    ...answer(maker, t),
  };
}

function completeWish(wish: TraceWish): Required<TraceWish> {
  const source = wish.source ?? ["a", "t", "t", "e", "n", "d", "s"];
  return {
    source,
    target: source.toReversed(),
    attention: "additive",
    timing: "bahdanau",
    teacherForcing: false,
    known: true,
    wrong: [],
    hiddenSize: 64,
    seed: 1,
    ...wish,
  };
}

function matrixOf(rows: readonly Float32Array[], columns: number): Matrix {
  return { rows: rows.length, columns, data: Float32Array.from(rows.flatMap((row) => [...row])) };
}

/** Where a reversing model would look: from the last token back, and at <eos> for <eos>. */
function reversed(sourceLength: number, targetLength: number, t: number): number {
  return t < targetLength - 1 ? Math.max(0, sourceLength - 2 - t) : sourceLength - 1;
}

/** A trace as the wish describes it; the same wish gives the same trace. */
export function makeTrace(wish: TraceWish = {}): Trace {
  const full = completeWish(wish);
  const random = randomFrom(full.seed);
  const vector = (length: number): Float32Array =>
    Float32Array.from({ length }, () => Math.tanh(1.4 * random()));
  const view = tokenIds([...full.source, ...full.target]);
  const source = [...full.source.map(view), eos];
  const target = [...full.target.map(view), eos];
  const states = source.map(() => vector(full.hiddenSize));
  const maker: Maker = { wish: full, vector, random, states, target, all: [...source, ...target] };
  const steps: DecoderStep[] = [];
  for (let t = 0; t < target.length; t++) steps.push(makeStep(maker, t, steps.at(-1)));
  return {
    source,
    expected: full.known ? target : null,
    gold: full.known ? target.map((_, t) => [reversed(source.length, target.length, t)]) : null,
    attention: full.attention,
    timing: full.timing,
    teacherForcing: full.teacherForcing,
    encoder: {
      embeddings: matrixOf(
        source.map(() => vector(EMBEDDING)),
        EMBEDDING,
      ),
      states: matrixOf(states, full.hiddenSize),
    },
    initialState: states.at(-1) ?? new Float32Array(full.hiddenSize),
    steps,
    ending: full.teacherForcing ? "truth" : "eos",
    trainedSteps: 1000,
  };
}
