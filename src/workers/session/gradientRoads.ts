/** Answers requests for the gradient's roads with the weights of a run, the newest request only. */
import { gradientRoads } from "../../engine/reference/backward/roads";
import { pastStep } from "../../engine/show";
import type { Command, Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { LaneRequest } from "./session";

type RoadsCommand = Extract<Command, { readonly type: "roads" }>;

export class GradientRoads {
  readonly #post: (event: Event) => void;
  #latest: RequestId = 0;

  constructor(post: (event: Event) => void) {
    this.#post = post;
  }

  /** Takes note of a request before its turn comes, so that earlier ones need no answer. */
  note({ id, command }: LaneRequest): void {
    if (command.type === "roads") this.#latest = id;
  }

  async answer(run: Run | null, requestId: RequestId, command: RoadsCommand): Promise<void> {
    const { runId, weightsOf, example, of } = command;
    if (run?.id !== runId || requestId < this.#latest) return;
    const past = pastStep({ weightsOf });
    const snapshot = past === null ? null : run.snapshots.nearest(past);
    const { shape, steps, predictor } = run.model;
    const flat = snapshot?.parameters ?? (await predictor.readParameters());
    const roads = gradientRoads(shape, flat, example, of);
    const answer = { roads, example, of, trainedSteps: snapshot?.step ?? steps };
    this.#post({ type: "roads", runId, requestId, answer });
  }
}
