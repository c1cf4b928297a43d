/** The gradient's roads of an example with the weights of a run. */
import { gradientRoads } from "../../engine/reference/backward/roads";
import type { RoadsAnswer } from "../../engine/results/roads";
import type { WeightsOf } from "../../engine/show";
import type { Command } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";

type RoadsCommand = Extract<Command, { readonly type: "roads" }>;

/** Earlier weights of a run; null: the current ones. */
export type SnapshotFor = (run: Run, weightsOf: WeightsOf) => Snapshot | null;

export async function gradientRoadsOf(
  run: Run,
  snapshotFor: SnapshotFor,
  { weightsOf, example, of }: RoadsCommand,
): Promise<RoadsAnswer> {
  const snapshot = snapshotFor(run, weightsOf);
  const { shape, steps, predictor } = run.model;
  const flat = snapshot?.parameters ?? (await predictor.readParameters());
  const roads = gradientRoads(shape, flat, example, of);
  return { roads, example, of, trainedSteps: snapshot?.step ?? steps };
}
