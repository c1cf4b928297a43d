/** Questions about a run that change nothing in it. Only the newest of each kind is answered. */
import type { Command, Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import { gradientRoadsOf, type SnapshotFor } from "./gradientRoads";
import { nextBatchOf } from "./nextBatch";
import type { LaneRequest } from "./session";

type Question = Extract<Command, { readonly type: "roads" | "batch" }>;

function isQuestion(command: Command): command is Question {
  return command.type === "roads" || command.type === "batch";
}

export class Questions {
  readonly #post: (event: Event) => void;
  readonly #snapshotFor: SnapshotFor;
  readonly #latest = new Map<Question["type"], RequestId>();

  constructor(post: (event: Event) => void, snapshotFor: SnapshotFor) {
    this.#post = post;
    this.#snapshotFor = snapshotFor;
  }

  /** Takes note of a request before its turn comes, so that earlier ones need no answer. */
  note({ id, command }: LaneRequest): void {
    if (isQuestion(command)) this.#latest.set(command.type, id);
  }

  async answer(run: Run | null, requestId: RequestId, question: Question): Promise<void> {
    const isNewest = requestId >= (this.#latest.get(question.type) ?? 0);
    if (run?.id !== question.runId || !isNewest) return;
    const event = await this.#answerTo(run, requestId, question);
    if (event) this.#post(event);
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
      default:
        return question satisfies never;
    }
  }
}
