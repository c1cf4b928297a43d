/** The gradient of a batch whose shares several threads compute. */
import { type ExampleGradient, gradientAlone } from "../exampleGradient";
import type { HostOps, Ops } from "../ops";
import type { LossAndGradient } from "../trainingPass";
import { shareOut } from "./shares";
import type { ShareResult, Team } from "./team";

/**
 * Computes the gradient with a team: the first share on this thread, the others on its peers. They are summed in the
 * order of the rows, not in the order of completion, so that the same step gives the same bits.
 * @param hostOps the operations of the model, which the leader reads without waiting
 */
export function gradientByTeam(hostOps: HostOps, team: Team): ExampleGradient {
  return (model, example) => {
    const { ops, shape, parameters } = model;
    const shares = shareOut(example, 1 + team.peers);
    const [own, ...others] = shares.map((share) => share.example);
    if (!own) throw new Error("threads: expected a batch with target tokens, got none");
    if (others.length === 0) return gradientAlone(model, own);
    const step = team.begin({ shape, parameters: hostOps.readNow(parameters), shares: others });
    let first: LossAndGradient;
    try {
      first = gradientAlone(model, own);
    } catch (error) {
      step.giveUp(); // if this thread is out of memory a peer may be too; the error of this thread is thrown
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

/** sum over i of w_i (loss_i, gradient_i), in order. */
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
  if (!first) throw new Error("threads: expected results to sum, got none");
  return others.reduce((sum, addTo) => addTo(sum), first());
}
