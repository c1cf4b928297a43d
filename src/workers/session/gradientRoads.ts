/** Answers requests for the gradient's roads with the weights of a run, the newest request only. */
import { gradientRoads } from "../../engine/reference/backward/roads";
import type { WeightsOf } from "../../engine/show";
import type { Command, Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import type { LaneRequest } from "./session";

type RoadsCommand = Extract<Command, { readonly type: "roads" }>;

/** Earlier weights of a run; null: the current ones. */
type SnapshotFor = (run: Run, weightsOf: WeightsOf) => Snapshot | null;

export class GradientRoads {
  readonly #post: (event: Event) => void;
  readonly #snapshotFor: SnapshotFor;
  #latest: RequestId = 0;

  constructor(post: (event: Event) => void, snapshotFor: SnapshotFor) {
    this.#post = post;
    this.#snapshotFor = snapshotFor;
  }

  /** Takes note of a request before its turn comes, so that earlier ones need no answer. */
  note({ id, command }: LaneRequest): void {
    if (command.type === "roads") this.#latest = id;
  }

  async answer(run: Run | null, requestId: RequestId, command: RoadsCommand): Promise<void> {
    const { runId, weightsOf, example, of } = command;
    if (run?.id !== runId || requestId < this.#latest) return;
    const snapshot = this.#snapshotFor(run, weightsOf);
    const { shape, steps, predictor } = run.model;
    const flat = snapshot?.parameters ?? (await predictor.readParameters());
    const roads = gradientRoads(shape, flat, example, of);
    const answer = { roads, example, of, trainedSteps: snapshot?.step ?? steps };
    this.#post({ type: "roads", runId, requestId, answer });
  }
}
