/** The gradients of a synthetic trace's example, with the first weights of its model. */
import { gradientRoads } from "../../engine/reference/backward/roads";
import { type LossOf, type RoadsAnswer, roadsExample } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { createRandom } from "../../engine/rng";
import { initialParameters } from "../../engine/setup/learnedParameters";

export function answerFor(trace: Trace, of: LossOf = "all"): RoadsAnswer {
  const example = roadsExample(trace);
  const flat = initialParameters(trace.shape, createRandom(3));
  const roads = gradientRoads(trace.shape, flat, example, of);
  return { roads, example, of, trainedSteps: 0 };
}
