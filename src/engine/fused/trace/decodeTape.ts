/** Runs a decode of one path and puts every quantity of its steps on a tape. */
import { type Feeding, inputOf } from "../../decoding/feeding";
import { stepsOf, type StepQuantities } from "../../decoding/stepsOf";
import type { ChosenTokens, Decoding } from "../../decoding/tokenChoice";
import type { UntouchedDecode } from "../../results/trace";
import { contextEntersCell, tokenSize } from "../../setup/modelShape";
import { type DecoderState, readLogits } from "../decoder";
import { type Matrix, rowsOf } from "../matrix";
import { column, type Course, type CourseStep, readTokens, takeStep } from "./course";
import { oneHotRow } from "./oneHot";
import { tapeAttention, tapeLayer } from "./stepTape";
import type { Slot, Tape } from "./tape";

/** A decode that has been computed. */
interface Run {
  readonly steps: readonly CourseStep[];
  /** The embeddings of the input tokens by step; empty for one-hot vectors. [1, E] each, or [T, E] together */
  readonly vectors: readonly Matrix[];
  readonly logits: readonly Matrix[]; // [1, V] each, or [T, V] together
}

/** Registers a whole decode. The returned function gives it after the transfer. */
export function tapeDecode(
  tape: Tape,
  course: Course,
  { path, decoding }: ChosenTokens,
  { vocabulary, limit }: Decoding,
): () => UntouchedDecode {
  const { feeding, decoder } = course;
  const { shape } = decoder.network;
  const known = knownInputs(feeding, path, path?.length ?? limit);
  const ids = known.filter((id) => id !== null);
  const run = ids.length === known.length ? runAhead(course, ids) : runFed(course, known);
  const E = tokenSize(shape, "decoder");
  const vectors = tapeRows(tape, run.vectors, E);
  const logits = tapeRows(tape, run.logits, shape.targetTokens);
  const quantities = tapeSteps(tape, course, run.steps);
  const oneHot = run.vectors.length > 0 ? null : tape.derive(known.length * E, () => oneHots());
  const said = (): number[] =>
    known.map((_, t) => feeding.plan.said.get(t) ?? path?.[t] ?? argMax(logits(t)));
  const oneHots = (): number[] => {
    const answers = said();
    return known.flatMap((id, t) => oneHotRow(E, id ?? answers[t - 1] ?? 0));
  };
  const embedding = (t: number): Float32Array =>
    oneHot ? oneHot().subarray(t * E, (t + 1) * E) : vectors(t);
  return () => {
    const computed = {
      said: said(),
      quantities: (t: number): StepQuantities => ({
        embedding: embedding(t),
        ...quantities(t),
        logits: logits(t),
      }),
    };
    return { ...stepsOf(feeding, vocabulary, computed), decoding };
  };
}

/** The id that goes into each step; null: the answer of the step before, which only the decode finds. */
function knownInputs(
  feeding: Feeding,
  path: readonly number[] | null,
  steps: number,
): readonly (number | null)[] {
  return Array.from(
    { length: steps },
    (_, t) => inputOf(feeding, t).id ?? feeding.plan.said.get(t - 1) ?? path?.[t - 1] ?? null,
  );
}

/** Runs steps with known inputs: tokens and logits do not depend on the recurrence, so one product computes all steps. */
function runAhead(course: Course, ids: readonly number[]): Run {
  const { decoder, initial } = course;
  const { ops } = decoder.network;
  const { vectors, projected } = readTokens(course, column(ops, ids));
  const steps: CourseStep[] = [];
  for (let t = 0; t < ids.length; t++) {
    const state: DecoderState = steps.at(-1)?.step.next ?? initial;
    steps.push(takeStep(course, t, rowsOf(projected, t, 1), state));
  }
  const readouts = ops.stack(steps.map(({ step }) => step.readout)); // [T, H]
  return { steps, vectors: vectors ? [vectors] : [], logits: [readLogits(decoder, readouts)] };
}

/** Runs steps of which some are fed the most probable token of the step before. It stays on the device. */
function runFed(course: Course, known: readonly (number | null)[]): Run {
  const { decoder, initial } = course;
  const { ops } = decoder.network;
  const [steps, vectors, logits]: [CourseStep[], Matrix[], Matrix[]] = [[], [], []];
  let state: DecoderState = initial;
  known.forEach((id, t) => {
    const before = logits.at(-1);
    const ids = id === null && before ? ops.argMax(before) : column(ops, [id ?? 0]);
    const token = readTokens(course, ids);
    const taken = takeStep(course, t, token.projected, state);
    state = taken.step.next;
    steps.push(taken);
    logits.push(readLogits(decoder, taken.step.readout)); // [1, V]
    if (token.vectors) vectors.push(token.vectors);
  });
  return { steps, vectors, logits };
}

/** The quantities that come from the steps' own matrices. */
function tapeSteps(
  tape: Tape,
  { decoder }: Course,
  steps: readonly CourseStep[],
): (t: number) => Omit<StepQuantities, "embedding" | "logits"> {
  const { ops, shape } = decoder.network;
  const attended = steps.flatMap(({ step }) => step.attended ?? []);
  const scores = (): ((t: number) => Float32Array) => {
    const { attention } = decoder;
    if (!attention || attended.length === 0) return () => new Float32Array();
    const S = attention.mask.cols;
    const queries = ops.stack(attended.map(({ query }) => query)); // projected  [T, H]
    return tapeRows(tape, [attention.score.scores(queries, S)], S);
  };
  const scoresAt = scores();
  const taped = steps.map(({ before, step }, t) => {
    const states = contextEntersCell(shape) ? before : step.next;
    const query = states.layers.at(-1)?.h; // s(t-1) or h(t)
    return {
      fed: optional(tape, before.attentional),
      attention:
        step.attended && query
          ? tapeAttention(tape, step.attended, query, () => scoresAt(t))
          : () => null,
      layers: step.cells.map((cell) => tapeLayer(tape, shape.cell, cell)),
      attentional: optional(tape, step.attentional),
    };
  });
  return (t) => {
    const step = taped[t];
    if (!step) throw new Error(`trace: expected a step ${t}, got ${taped.length} steps`);
    return {
      fedAttentional: step.fed(),
      attention: step.attention(),
      layers: step.layers.map((layer) => layer()),
      attentional: step.attentional(),
    };
  };
}

function optional(tape: Tape, m: Matrix | null): () => Float32Array | null {
  return m ? tape.add(m) : () => null;
}

/** The row of each step. ms: [T, width] together, or [1, width] each */
function tapeRows(tape: Tape, ms: readonly Matrix[], width: number): (t: number) => Float32Array {
  const slots: readonly Slot[] = ms.map((m) => tape.add(m));
  const [only] = slots;
  return (t) => {
    if (slots.length === 1 && only) return only().subarray(t * width, (t + 1) * width);
    return slots[t]?.() ?? new Float32Array();
  };
}

/** The place of the largest number, the first of equal ones. */
function argMax(values: Float32Array): number {
  let best = 0;
  values.forEach((x, i) => {
    if (x > (values[best] ?? 0)) best = i;
  });
  return best;
}
