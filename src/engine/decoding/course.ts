/**
 * The course of a decode: the textbook's steps, with what a hand changes in them. Greedy decoding, sampling and beam
 * search take their steps here, so an edit is the same in all of them and on every path of a beam.
 */
import { fill, type Tensor, tensor, zerosLike } from "@tensorflow/tfjs-core";
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
import type { InputOrigin } from "../results/trace";
import { EOS, SOS } from "../text/tokens";
import { editedAttend } from "./editedMemory";
import { type EditPlan, NO_EDITS } from "./editPlan";

export interface Course {
  readonly decoder: DecoderWeights;
  readonly initial: DecoderState; // s(0)
  /** The attention of a step; null without attention. */
  readonly attendAt: (step: number) => Attend | null;
  readonly plan: EditPlan;
  /** The ids to feed instead of the answers; null: no teacher forcing. */
  readonly truth: readonly number[] | null;
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

/** What goes into a step: a known id, or the answer of the step before (null). */
export interface StepInput {
  readonly id: number | null;
  readonly origin: InputOrigin;
}

/** A token of the hand comes before the truth; an answer said by hand goes into the next step, too. */
export function inputOf({ plan, truth }: Pick<Course, "plan" | "truth">, step: number): StepInput {
  const fed = plan.fed.get(step);
  if (fed !== undefined) return { id: fed, origin: "hand" };
  if (step === 0) return { id: SOS, origin: "sos" };
  if (truth && !plan.said.has(step - 1)) return { id: truth[step - 1] ?? EOS, origin: "truth" };
  return { id: null, origin: "model" };
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
