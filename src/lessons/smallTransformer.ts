/** The goal of “Look everywhere”: a Transformer with four heads that is no larger than the recurrent network. */
import { DEFAULT_CONFIG } from "../engine/setup/config";
import { parameterCount } from "../engine/setup/learnedParameters";
import { headsOf, type ModelShape, modelShape } from "../engine/setup/modelShape";
import { withTask } from "../engine/tasks/difficulty";
import type { Facts } from "./facts";
import type { GoalStep, Values } from "./lesson";

const HEADS = 4;

/** The recurrent network with attention that this task has at first. */
function recurrentSize({ trace: { shape }, config }: Facts): number {
  const { sourceTokens, targetTokens } = shape;
  const plain = withTask(DEFAULT_CONFIG, config.task);
  return parameterCount(modelShape(plain, sourceTokens, targetTokens));
}

/** Whether the model is still the one of the lesson. */
function isUntouched(shape: ModelShape): boolean {
  const same = (["hiddenSize", "layers", "heads"] as const).every(
    (name) => shape[name] === DEFAULT_CONFIG[name],
  );
  return same && shape.network === "transformer";
}

function valuesOf(facts: Facts): Values {
  const { shape } = facts.trace;
  return {
    parameters: { count: parameterCount(shape) },
    limit: { count: recurrentSize(facts) },
    heads: { count: headsOf(shape) },
    size: { count: shape.hiddenSize },
    ofHead: { count: shape.hiddenSize / headsOf(shape) },
  };
}

export const now: GoalStep<"now", "reached" | "recurrent" | "heads" | "large"> = {
  id: "now",
  kind: "goal",
  reason: null,
  values: (facts) => ({ limit: { count: recurrentSize(facts) } }),
  isPossible: ({ config }) => config.task !== "pairs",
  check: (facts) => {
    const { shape } = facts.trace;
    if (isUntouched(shape)) return null;
    const values = valuesOf(facts);
    const wrong = (verdict: "recurrent" | "heads" | "large") =>
      ({ verdict, isRight: false, values }) as const;
    if (shape.network !== "transformer") return wrong("recurrent");
    if (headsOf(shape) !== HEADS) return wrong("heads");
    if (parameterCount(shape) > recurrentSize(facts)) return wrong("large");
    return { verdict: "reached", isRight: true, values };
  },
};
