/** Decodes one example along a course, step by step, and captures every quantity of every step. */
import type { Tensor } from "@tensorflow/tfjs-core";
import type { Choosing } from "../show";
import { tokenVectors } from "../model/tokenInput";
import type { DecoderStep, UntouchedDecode } from "../results/trace";
import { EOS, viewToken, type Vocabulary } from "../text/tokens";
import { topCandidates } from "./candidates";
import {
  type CapturedStep,
  type Collect,
  collectStep,
  readsAreFree,
  type StepTensors,
} from "./capture";
import { type Course, inputOf, noAnswers, takeStep } from "./course";
import { idTensor, type TokenChoice, tokenChoice } from "./tokenChoice";

/** The settings of a decode. */
export interface Decoding {
  readonly vocabulary: Vocabulary; // of the target
  readonly choosing: Choosing;
  readonly limit: number; // most steps
}

/**
 * Registers the tensors of the whole decode. The returned function gives the decode after the transfer: all tensors stay
 * on the backend until all steps are done. Only beam search reads more, because it runs in JavaScript.
 */
export function collectDecode(
  collect: Collect,
  course: Course,
  { vocabulary, choosing, limit }: Decoding,
): () => UntouchedDecode {
  const choice = tokenChoice(course, vocabulary, course.truth ? null : choosing, limit);
  const tensors = runDecoder(course, choice, limit);
  const captured = tensors.map((step) => collectStep(collect, step));
  return () => {
    const steps = readSteps(
      course,
      vocabulary,
      captured.map((step) => step()),
    );
    return { steps, decoding: choice.decoding, ending: endingOf(course, steps) };
  };
}

function endingOf({ truth }: Course, steps: readonly DecoderStep[]): UntouchedDecode["ending"] {
  if (truth) return "truth";
  return steps.at(-1)?.chosen.id === EOS ? "eos" : "limit";
}

/**
 * Runs the decoder, fed the truth or its own tokens. On a device it does not stop at <eos>: a transfer after each step
 * costs more than the extra steps.
 */
function runDecoder(course: Course, { choose }: TokenChoice, limit: number): StepTensors[] {
  const { decoder, plan, truth } = course;
  const { weights, shape } = decoder;
  const endsEarly = !truth && readsAreFree();
  const steps: StepTensors[] = [];
  let state = course.initial;
  let said: Tensor = noAnswers();
  for (let t = 0; t < limit; t++) {
    const { ids, ...taken } = takeStep(course, t, said, state);
    const embedding = tokenVectors(weights, shape, "decoder", ids); // [1, E]
    const chosen = choose(taken.logits, t); // a hand's token leaves the later draws of a sample as they are
    const byHand = plan.said.get(t);
    said = byHand === undefined ? chosen : idTensor(byHand);
    steps.push({ ...taken, embedding, said });
    if (endsEarly && said.dataSync()[0] === EOS) break;
    state = taken.step.next;
  }
  return steps;
}

/** The steps of the trace; without teacher forcing they end with the first <eos>. */
function readSteps(
  course: Course,
  vocabulary: Vocabulary,
  captured: readonly CapturedStep[],
): DecoderStep[] {
  const end = course.truth ? -1 : captured.findIndex(({ said }) => said === EOS);
  const shown = end < 0 ? captured : captured.slice(0, end + 1);
  return shown.map(({ said, ...quantities }, t): DecoderStep => {
    const { id, origin } = inputOf(course, t);
    return {
      input: viewToken(vocabulary, id ?? shown[t - 1]?.said ?? EOS),
      inputOrigin: origin,
      ...quantities,
      top: topCandidates(quantities.logits, vocabulary),
      chosen: viewToken(vocabulary, said),
      saidByHand: course.plan.said.has(t),
    };
  });
}
