/**
 * The course of a decode on the fused operations: the steps that training takes, with what a hand changes in them. Greedy
 * decoding, sampling and beam search take their steps here.
 */
import type { EditPlan } from "../../decoding/editPlan";
import type { Feeding } from "../../decoding/feeding";
import type { PlannedDecode } from "../../decoding/plannedDecode";
import { noMasks } from "../../training/dropoutMasks";
import {
  type Decoder,
  type DecoderState,
  type DecoderStep,
  type Handover,
  openDecoder,
  projectTokens,
  stepDecoder,
} from "../decoder";
import { encode, type Encoded } from "../encoder";
import { tokenInput } from "../layerInput";
import type { Matrix } from "../matrix";
import type { Network } from "../model";
import type { Ops } from "../ops";
import { sourcePositions } from "../positions";
import { editedAttention } from "./editedAttention";

/** The sources of a decode. */
export interface EncodedSources {
  readonly own: Encoded;
  readonly attended: Encoded; // the same, or another one in its place
}

/** Runs the encoder on the sources of a decode. */
export function encodeSources(
  network: Network,
  { source, attended }: Pick<PlannedDecode, "source" | "attended">,
): EncodedSources {
  const own = encode(network, sourcePositions(network.ops, source), noMasks);
  if (attended === source) return { own, attended: own };
  return { own, attended: encode(network, sourcePositions(network.ops, attended), noMasks) };
}

/** Behind the states of a source, one state of 0 for each pad. [S, K] -> [S + pads, K] */
export function withPads(ops: Ops, states: Matrix, pads: number): Matrix {
  return pads === 0 ? states : ops.stack([states, ops.zeros(pads, states.cols)]);
}

/** What the decoder gets where a hand has changed the source. One row for each of N paths that read it. */
export function handOver(
  ops: Ops,
  { own, attended }: EncodedSources,
  { pads, hidden }: EditPlan,
  paths: number,
): Handover {
  const values = withPads(ops, attended.values, pads);
  const S = values.rows;
  const shown = Float32Array.from({ length: paths * S }, (_, i) => (hidden.has(i % S) ? 0 : 1));
  return {
    initial: own.bridge.initial.map(({ h, c }) => ({
      h: repeated(ops, h, paths),
      c: c && repeated(ops, c, paths),
    })),
    values: repeated(ops, values, paths),
    mask: ops.matrix(shown, paths, S),
  };
}

/** Every row as often as there are paths. [n, .] -> [n paths, .] */
function repeated(ops: Ops, m: Matrix, paths: number): Matrix {
  if (paths === 1) return m;
  const rows = Array.from({ length: m.rows * paths }, (_, i) => Math.floor(i / paths));
  return ops.lookUp(m, column(ops, rows));
}

/** Whole numbers as a column. */
export function column(ops: Ops, values: readonly number[]): Matrix {
  return ops.matrix(Float32Array.from(values), values.length, 1);
}

/** A decode of one or several paths. */
export interface Course {
  readonly feeding: Feeding;
  readonly decoder: Decoder;
  readonly initial: DecoderState; // s(0)
}

/** Opens a course. */
export function openCourse(network: Network, feeding: Feeding, handover: Handover): Course {
  return { feeding, ...openDecoder(network, handover) };
}

/** The tokens that go into steps. */
export interface ReadTokens {
  readonly vectors: Matrix | null; // embeddings [N, E]; null for one-hot vectors, which are not stored
  readonly projected: Matrix; //      [N, GH]
}

/** The part of the first layer's input that depends on tokens alone. ids [N, 1] */
export function readTokens({ decoder }: Course, ids: Matrix): ReadTokens {
  const at = { masks: noMasks, batch: ids.rows, length: 1 };
  const input = tokenInput(decoder.network, "decoder", ids, at);
  return {
    vectors: input.kind === "vectors" ? input.vectors : null,
    projected: projectTokens(decoder, input),
  };
}

/** A step with the state that enters it. */
export interface CourseStep {
  readonly before: DecoderState;
  readonly step: DecoderStep;
}

/** One step of all paths. token: the projected input [paths, GH] */
export function takeStep(
  { decoder, feeding }: Course,
  t: number,
  token: Matrix,
  state: DecoderState,
): CourseStep {
  const { ops } = decoder.network;
  const { plan } = feeding;
  const before = plan.emptyStates.has(t) ? emptied(ops, state) : state;
  const attention = decoder.attention && editedAttention(ops, decoder.attention, plan, t);
  return { before, step: stepDecoder({ ...decoder, attention }, { token, mask: null }, before) };
}

/** h and C of every layer are 0; the attentional state that input feeding reads stays. */
function emptied(ops: Ops, { layers, attentional }: DecoderState): DecoderState {
  const zeros = (m: Matrix): Matrix => ops.zeros(m.rows, m.cols);
  return { layers: layers.map(({ h, c }) => ({ h: zeros(h), c: c && zeros(c) })), attentional };
}
