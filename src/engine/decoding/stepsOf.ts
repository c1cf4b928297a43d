/** The steps of a decode for the trace, from the numbers that were computed and the tokens that were said. */
import type { DecoderStep, UntouchedDecode } from "../results/trace";
import { EOS, viewToken, type Vocabulary } from "../text/tokens";
import { topCandidates } from "./candidates";
import { type Feeding, inputOf } from "./feeding";

/** The numbers of one step. */
export type StepQuantities = Pick<
  DecoderStep,
  "embedding" | "fedAttentional" | "attention" | "layers" | "attentional" | "logits"
>;

/** The steps that were computed, of which the trace may hold fewer. */
export interface ComputedSteps {
  readonly said: readonly number[]; // ids, by step
  /** The numbers of a step. fed: the id of its input token */
  readonly quantities: (step: number, fed: number) => StepQuantities;
}

/** The steps of the trace and why they end; without teacher forcing they end with the first <eos>. */
export function stepsOf(
  feeding: Feeding,
  vocabulary: Vocabulary,
  { said, quantities }: ComputedSteps,
): Pick<UntouchedDecode, "steps" | "ending"> {
  const end = feeding.truth ? -1 : said.indexOf(EOS);
  const shown = end < 0 ? said : said.slice(0, end + 1);
  const steps = shown.map((token, t): DecoderStep => {
    const { id, origin } = inputOf(feeding, t);
    const fed = id ?? shown[t - 1] ?? EOS;
    const numbers = quantities(t, fed);
    return {
      input: viewToken(vocabulary, fed),
      inputOrigin: origin,
      ...numbers,
      top: topCandidates(numbers.logits, vocabulary),
      chosen: viewToken(vocabulary, token),
      saidByHand: feeding.plan.said.has(t),
    };
  });
  if (feeding.truth) return { steps, ending: "truth" };
  return { steps, ending: shown.at(-1) === EOS ? "eos" : "limit" };
}
