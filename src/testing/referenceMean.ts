/** The mean loss of the pairs of the tiny task by a plain-array reference. */
import type { Vector } from "../engine/reference/linearAlgebra";
import { referenceParameters } from "../engine/reference/parameters";
import type { ModelShape } from "../engine/setup/modelShape";
import type { Pair } from "../engine/tasks/task";
import { EOS, SOS } from "../engine/text/tokens";
import { tinyTask } from "./tinyTask";

type Loss = (
  p: ReturnType<typeof referenceParameters>,
  shape: ModelShape,
  example: { readonly source: Vector; readonly inputs: Vector; readonly targets: Vector },
) => number;

/** Mean loss of a token. The reference takes the pairs one by one, so it has no padding. */
export function referenceMean(
  lossOf: Loss,
  pairs: readonly Pair[],
  shape: ModelShape,
  flat: Vector,
): number {
  const p = referenceParameters(shape, flat);
  let [loss, tokens] = [0, 0];
  for (const pair of pairs) {
    const target = pair.target.map((x) => tinyTask.targetVocabulary.idOf(x));
    const source = [...pair.source.map((x) => tinyTask.sourceVocabulary.idOf(x)), EOS];
    loss += lossOf(p, shape, { source, inputs: [SOS, ...target], targets: [...target, EOS] });
    tokens += target.length + 1;
  }
  return loss / tokens;
}
