/** Questions about a run that change nothing in it. Only the newest of each kind is answered. */
import { isAllFinite } from "../../engine/results/finite";
import type { Command, Event, RequestId } from "../protocol";
import type { Question } from "../questions";
import type { Run } from "../run/run";
import { gradientRoadsOf, type SnapshotFor } from "./gradientRoads";
import { mapFilmOf } from "./mapFilm";
import { MeasuredExposure } from "./measuredExposure";
import { nextBatchOf } from "./nextBatch";
import { sendParameters } from "./sendWeights";
import type { LaneRequest, SessionPorts } from "./session";
import { UpdateWalk } from "./updateWalk";

type Reading = Extract<Command, { readonly type: "readParameters" }>;

const KINDS: readonly Command["type"][] = [
  "roads",
  "batch",
  "maps",
  "exposure",
  "followInWalk",
] satisfies Question["type"][];

export function isQuestion(command: Command): command is Question {
  return KINDS.includes(command.type);
}

export class Questions {
  readonly #post: SessionPorts["post"];
  readonly #snapshotFor: SnapshotFor;
  readonly #latest = new Map<Question["type"], RequestId>();
  /** Measures exposure bias while other work goes on. */
  readonly exposure: MeasuredExposure;
  /** Makes the update that "followInWalk" asks about. */
  readonly walk: UpdateWalk;

  constructor(
    { post, yieldToMessages }: Pick<SessionPorts, "post" | "yieldToMessages">,
    snapshotFor: SnapshotFor,
  ) {
    this.#post = post;
    this.#snapshotFor = snapshotFor;
    this.exposure = new MeasuredExposure({ post, yieldToMessages });
    this.walk = new UpdateWalk(post);
  }

  /** Takes note of a request before its turn comes, so that earlier ones need no answer. */
  note({ id, command }: LaneRequest): void {
    if (isQuestion(command)) this.#latest.set(command.type, id);
  }

  async answer(run: Run | null, requestId: RequestId, question: Question | Reading): Promise<void> {
    if (question.type === "readParameters") return this.#read(run, requestId, question);
    const isNewest = requestId >= (this.#latest.get(question.type) ?? 0);
    if (run?.id !== question.runId || !isNewest) return;
    const event = await this.#answerTo(run, requestId, question);
    if (event && isAllFinite(event)) this.#post(event); // the weights of a run that diverged give no numbers
  }

  #read(run: Run | null, requestId: RequestId, { weightsOf }: Reading): Promise<void> {
    return sendParameters(run, requestId, (of) => this.#snapshotFor(of, weightsOf), this.#post);
  }

  /** Null: the run has no answer. */
  async #answerTo(run: Run, requestId: RequestId, question: Question): Promise<Event | null> {
    const { runId } = question;
    switch (question.type) {
      case "roads": {
        const answer = await gradientRoadsOf(run, this.#snapshotFor, question);
        return { type: "roads", runId, requestId, answer };
      }
      case "batch": {
        const account = await nextBatchOf(run, question);
        return account && { type: "batch", runId, requestId, account };
      }
      case "followInWalk": {
        const example = await this.walk.follow(run, question);
        const { step } = question;
        return example && { type: "walkedExample", runId, requestId, step, example };
      }
      case "maps": {
        const film = await mapFilmOf(run, question);
        return film && { type: "maps", runId, requestId, film };
      }
      case "exposure":
        await this.exposure.measure(run, requestId, question);
        return null;
      default:
        return question satisfies never;
    }
  }
}
