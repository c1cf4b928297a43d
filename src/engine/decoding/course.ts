/**
 * The course of a decode on tensors: the textbook's steps, with what a hand changes in them. Greedy decoding, sampling and
 * beam search take their steps here, so an edit is the same in all of them and on every path of a beam.
 */
import { fill, gather, type Tensor, tensor, tensor1d, zerosLike } from "@tensorflow/tfjs-core";
import type { Attend, Memory } from "../model/attention";
import {
  type DecoderState,
  decoderStep,
  type DecoderStepTensors,
  type DecoderWeights,
  projectTokens,
  readLogits,
} from "../model/decoder";
import type { Handover } from "../model/seq2seq";
import { readTensor } from "../model/readTensor";
import { SOS } from "../text/tokens";
import { editedAttend } from "./editedMemory";
import { type EditPlan, NO_EDITS } from "./editPlan";
import { type Feeding, inputOf } from "./feeding";
import { carryOut, type Search } from "./search";

export interface Course extends Feeding {
  readonly decoder: DecoderWeights;
  readonly initial: DecoderState; // s(0)
  /** The attention of a step; null without attention. */
  readonly attendAt: (step: number) => Attend | null;
}

/**
 * The course of a decode that no hand changes.
 * @param truth the ids to feed; null: the answers
 */
export function plainCourse(
  { decoder, initial, attend }: Handover,
  truth: readonly number[] | null = null,
): Course {
  return { decoder, initial, attendAt: () => attend, plan: NO_EDITS, truth };
}

/**
 * The same course with edits.
 * @param memory what the edited decode attends to; null without attention
 */
export function editedCourse(plain: Course, plan: EditPlan, memory: Memory | null): Course {
  return { ...plain, plan, attendAt: (step) => memory && editedAttend(memory, plan, step) };
}

/** The tensors of one step of N paths. */
export interface CourseStep {
  readonly ids: Tensor; //    [N] int32, the tokens that go in
  readonly before: DecoderState;
  readonly step: DecoderStepTensors;
  readonly logits: Tensor; // [N, V]
}

/** The answers before the first step: none, so it is <sos> for its one path. */
export const noAnswers = (): Tensor => tensor([SOS], [1], "int32");

/**
 * One step.
 * @param answers the ids that the step before has said, [N] int32
 */
export function takeStep(
  course: Course,
  step: number,
  answers: Tensor,
  state: DecoderState,
): CourseStep {
  const { decoder, plan, attendAt } = course;
  const { id } = inputOf(course, step);
  const ids = id === null ? answers : fill(answers.shape, id, "int32");
  const before = plan.emptyStates.has(step) ? emptied(state) : state;
  const tensors = decoderStep(decoder, projectTokens(decoder, ids), before, attendAt(step));
  return { ids, before, step: tensors, logits: readLogits(decoder, tensors.readout) };
}

/** h and C of every layer are 0; the attentional state that input feeding reads stays. */
function emptied({ layers, attentional }: DecoderState): DecoderState {
  return {
    layers: layers.map(({ h, c }) => ({ h: zerosLike(h), c: c && zerosLike(c) })),
    attentional,
  };
}

/** Carries out a search along a course of one source, with one transfer for each step. */
export function searchAlong<Result>(course: Course, search: Search<Result>): Result {
  let state = course.initial;
  return carryOut(search, ({ step, parents, tokens }) => {
    if (step > 0) state = selectRows(state, parents);
    const taken = takeStep(course, step, tensor1d([...tokens], "int32"), state);
    state = taken.step.next;
    return readTensor(taken.logits) as Float32Array; // [paths, V]
  });
}

/** The states of these paths, in this order. */
function selectRows({ layers, attentional }: DecoderState, rows: readonly number[]): DecoderState {
  const indices = tensor([...rows], [rows.length], "int32");
  const select = (x: Tensor): Tensor => gather(x, indices);
  return {
    layers: layers.map(({ h, c }) => ({ h: select(h), c: c && select(c) })),
    attentional: attentional && select(attentional),
  };
}
