/** Exhibits of the lessons on mistakes, about the end of an answer: how long it is, and when a batch stops. */
import { EOS } from "../engine/text/tokens";
import type { Facts } from "./facts";
import { NO_ROW, type PredictStep, type Values } from "./lesson";
import { countedAsLength, endedAtOnce } from "./mistakes";

const MAX_LEN = 50; // of the notes

function lengthValues({ trace: { steps } }: Facts): Values {
  const ends = steps.filter(({ chosen }) => chosen.id === EOS).length;
  return {
    words: { count: steps.length - ends },
    ends: { count: ends },
    places: { count: MAX_LEN },
    empty: { count: MAX_LEN - steps.length },
    counted: { count: countedAsLength(MAX_LEN, ends) },
  };
}

export const length: PredictStep<"length", "right" | "words" | "all" | "other"> = {
  id: "length",
  kind: "predict",
  code: {
    printed: ["all_tokens = torch.zeros(batch_size, max_len)", "for t in range(1, max_len):", "    all_tokens[:, t] = top1", "actual_lengths = (all_tokens != self.eos_token).sum(dim=1)"], // prettier-ignore
    right: ["is_end = all_tokens[:, 1:] == self.eos_token", "actual_lengths = is_end.float().argmax(dim=1)"], // prettier-ignore
  },
  reason: { tab: "pytorch", operation: "output", note: "actualLengths" },
  ask: ({ trace: { steps } }) =>
    steps.length < MAX_LEN && steps.at(-1)?.chosen.id === EOS
      ? { kind: "number", decimals: 0, min: 0, max: MAX_LEN, step: 1, ...NO_ROW }
      : null,
  values: lengthValues,
  judge: (facts, _, prediction) => {
    const { steps } = facts.trace;
    const guess = prediction.kind === "number" ? prediction.value : -1;
    const counted = countedAsLength(MAX_LEN, 1);
    const isOwn = guess === steps.length || guess === steps.length - 1;
    const wrong = isOwn ? "words" : guess === MAX_LEN ? "all" : "other";
    return {
      verdict: guess === counted ? "right" : wrong,
      isRight: guess === counted,
      values: lengthValues(facts),
      truth: { kind: "number", value: counted },
    };
  },
};

const STOPS = ["first", "last", "never"] as const;

function endValues({ trace: { steps } }: Facts): Values {
  return {
    own: { count: steps.length },
    other: { count: steps.length - 1 },
    places: { count: MAX_LEN },
  };
}

export const ended: PredictStep<"ended", "right" | "first" | "last"> = {
  id: "ended",
  kind: "predict",
  code: {
    printed: ["current_token = top1", "if (current_token == self.eos_token).all():", "    break"], // prettier-ignore
    right: ["finished |= top1 == self.eos_token", "if finished.all():", "    break"],
  },
  reason: { tab: "pytorch", operation: "output", note: "allEnded" },
  ask: ({ trace: { steps } }) =>
    steps.length > 2 ? { kind: "choice", choices: STOPS, ...NO_ROW } : null,
  values: endValues,
  judge: (facts, _, prediction) => {
    const last = facts.trace.steps.length - 1;
    const stop = endedAtOnce([[last], [last - 1]]);
    const truth = stop === null ? "never" : stop === last ? "last" : "first";
    const choice = prediction.kind === "choice" ? prediction.choice : "";
    return {
      verdict: choice === truth ? "right" : choice === "first" ? "first" : "last",
      isRight: choice === truth,
      values: endValues(facts),
      truth: { kind: "choice", choice: truth },
    };
  },
};
