/** What goes into the steps of a decode: the truth, its own answers, or the tokens of a hand. */
import type { InputOrigin } from "../results/trace";
import { EOS, SOS } from "../text/tokens";
import type { EditPlan } from "./editPlan";

export interface Feeding {
  readonly plan: EditPlan;
  /** The ids to feed instead of the answers; null: no teacher forcing. */
  readonly truth: readonly number[] | null;
}

/** What goes into a step: a known id, or the answer of the step before (null). */
export interface StepInput {
  readonly id: number | null;
  readonly origin: InputOrigin;
}

/** A token of the hand comes before the truth; an answer said by hand goes into the next step, too. */
export function inputOf({ plan, truth }: Feeding, step: number): StepInput {
  const fed = plan.fed.get(step);
  if (fed !== undefined) return { id: fed, origin: "hand" };
  if (step === 0) return { id: SOS, origin: "sos" };
  if (truth && !plan.said.has(step - 1)) return { id: truth[step - 1] ?? EOS, origin: "truth" };
  return { id: null, origin: "model" };
}
