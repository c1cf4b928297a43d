/** Decodes one example along a course on tensors, step by step, and captures every quantity of every step. */
import { argMax, type Tensor, tensor } from "@tensorflow/tfjs-core";
import { tokenVectors } from "../model/tokenInput";
import type { UntouchedDecode } from "../results/trace";
import { EOS } from "../text/tokens";
import { type Collect, collectStep, readsAreFree, type StepTensors } from "./capture";
import { type Course, noAnswers, searchAlong, takeStep } from "./course";
import { stepsOf } from "./stepsOf";
import { chooseTokens, type Decoding } from "./tokenChoice";

/**
 * Registers the tensors of the whole decode. The returned function gives the decode after the transfer: all tensors stay
 * on the backend until all steps are done. Only sampling and beam search read more, because they run in JavaScript.
 */
export function collectDecode(
  collect: Collect,
  course: Course,
  decoding: Decoding,
): () => UntouchedDecode {
  const chosen = searchAlong(course, chooseTokens(course.plan, decoding));
  const { path } = chosen;
  const tensors = runDecoder(course, path, path?.length ?? decoding.limit);
  const captured = tensors.map((step) => collectStep(collect, step));
  return () => {
    const said = captured.map((step) => step.said());
    const quantities = (t: number) => {
      const step = captured[t];
      if (!step) throw new Error(`decode: expected a step ${t}, got ${captured.length} steps`);
      return step.quantities();
    };
    const steps = stepsOf(course, decoding.vocabulary, { said, quantities });
    return { ...steps, decoding: chosen.decoding };
  };
}

/**
 * Runs the decoder, fed the truth or its own tokens. On a device it does not stop at <eos>: a transfer after each step
 * costs more than the extra steps.
 * @param path the answer; null: the most probable token of each step
 */
function runDecoder(
  course: Course,
  path: readonly number[] | null,
  limit: number,
): readonly StepTensors[] {
  const { decoder, plan, truth } = course;
  const { weights, shape } = decoder;
  const endsEarly = !truth && readsAreFree();
  const steps: StepTensors[] = [];
  let state = course.initial;
  let said: Tensor = noAnswers();
  for (let t = 0; t < limit; t++) {
    const { ids, ...taken } = takeStep(course, t, said, state);
    const embedding = tokenVectors(weights, shape, "decoder", ids); // [1, E]
    const known = plan.said.get(t) ?? path?.[t];
    said = known === undefined ? argMax(taken.logits, 1) : tensor([known], [1], "int32");
    steps.push({ ...taken, embedding, said });
    if (endsEarly && said.dataSync()[0] === EOS) break;
    state = taken.step.next;
  }
  return steps;
}
