/** The gradient of a batch that several threads work out by shares. */
import { type ExampleGradient, gradientAlone } from "../exampleGradient";
import type { Ops } from "../ops";
import type { LossAndGradient } from "../pass";
import { shareOut } from "./shares";
import type { ShareResult, Team } from "./team";

/**
 * The gradient by a team: the first share is worked out here, the others by its peers. They are added up in the order of
 * the rows, whoever is ready first, so that the same step gives the same bits.
 */
export function gradientByTeam(team: Team): ExampleGradient {
  return (model, example) => {
    const { ops, shape, parameters } = model;
    const shares = shareOut(example, 1 + team.peers);
    const [own, ...others] = shares.map((share) => share.example);
    if (!own) throw new Error("threads: a batch without a token");
    if (others.length === 0) return gradientAlone(model, own);
    const step = team.begin({ shape, parameters: ops.read(parameters), shares: others });
    let first: LossAndGradient;
    try {
      first = gradientAlone(model, own);
    } catch (error) {
      step.giveUp(); // where the memory does not do for this thread it may not do for a peer, and this error says why
      throw error;
    }
    const parts = [first, ...step.finish().map((result) => asMatrices(ops, result))];
    const weights = shares.map(({ weight }) => weight);
    return weightedSum(ops, parts, weights);
  };
}

function asMatrices(ops: Ops, { loss, gradient }: ShareResult): LossAndGradient {
  return {
    loss: ops.matrix(Float32Array.of(loss), 1, 1),
    gradient: ops.matrix(gradient, 1, gradient.length),
  };
}

/** sum over i of w_i (loss_i, gradient_i), from the first to the last. */
function weightedSum(
  ops: Ops,
  parts: readonly LossAndGradient[],
  weights: readonly number[],
): LossAndGradient {
  const [first, ...others] = parts.map((part, i) => {
    const weight = ops.matrix(Float32Array.of(weights[i] ?? 0), 1, 1);
    return (sum?: LossAndGradient): LossAndGradient => ({
      loss: ops.product(weight, part.loss, sum?.loss),
      gradient: ops.product(weight, part.gradient, sum?.gradient),
    });
  });
  if (!first) throw new Error("threads: nothing to add up");
  return others.reduce((sum, addTo) => addTo(sum), first());
}
