/** Answers the requests that ask about a run and change nothing: its weights, its gradients, and a walked update. */
import type { Command, Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import { GradientRoads } from "./gradientRoads";
import { sendParameters } from "./sendWeights";
import type { LaneRequest } from "./session";
import type { ShownExample } from "./shownExample";
import { UpdateWalk } from "./updateWalk";

export type Question = Extract<
  Command,
  { readonly type: "readParameters" | "roads" | "followInWalk" }
>;

export class Questions {
  readonly #post: (event: Event, transfer?: ArrayBuffer[]) => void;
  readonly #snapshotFor: ShownExample["snapshotFor"];
  readonly #roads: GradientRoads;
  readonly walk: UpdateWalk;

  constructor(
    post: (event: Event, transfer?: ArrayBuffer[]) => void,
    snapshotFor: ShownExample["snapshotFor"],
  ) {
    this.#post = post;
    this.#snapshotFor = snapshotFor;
    this.#roads = new GradientRoads(post, snapshotFor);
    this.walk = new UpdateWalk(post);
  }

  /** Takes note of a request before its turn comes, so that earlier ones need no answer. */
  note(request: LaneRequest): void {
    this.#roads.note(request);
    this.walk.note(request);
  }

  async answer(run: Run | null, requestId: RequestId, command: Question): Promise<void> {
    switch (command.type) {
      case "readParameters": {
        const { weightsOf } = command;
        const pastOf = (of: Run) => this.#snapshotFor(of, weightsOf);
        return sendParameters(run, requestId, pastOf, this.#post);
      }
      case "roads":
        return this.#roads.answer(run, requestId, command);
      case "followInWalk":
        return this.walk.follow(run, requestId, command);
      default:
        return command satisfies never;
    }
  }
}
