/** What the page shows of a run: the example that its Show names, decoded with the present weights or earlier ones. */
import { INITIAL_SHOW, type Show } from "../../engine/show";
import type { Task } from "../../engine/tasks/task";
import type { Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { resolveExample, traceBuffer, traceRun } from "./traceRun";

/** Whether a source of the one means something to the other: the same generated task, at whatever difficulty. */
function isSameTask(a: Task, b: Task): boolean {
  return a === b || (a.id === b.id && a.id !== "pairs");
}

export class ShownExample {
  readonly #post: (event: Event, transfer?: ArrayBuffer[]) => void;
  #show: Show = INITIAL_SHOW;
  #requestId: RequestId = 0; // which request decided what is shown
  #task: Task | null = null; // whose example is shown
  #past: Snapshot | null = null; // null: the present

  constructor(post: (event: Event, transfer?: ArrayBuffer[]) => void) {
    this.#post = post;
  }

  /** Whether the example that is shown is one of the run's task. */
  isOf({ model }: Run): boolean {
    return this.#task !== null && isSameTask(model.task, this.#task);
  }

  /**
   * Shows another run as it is now. Where it cannot read a source that was typed, says why and shows the first
   * held-out example.
   * @param wanted what to show of it; null: what was shown before
   */
  enter(run: Run, requestId: RequestId, wanted: Show | null): void {
    const show: Show = { ...(wanted ?? this.#show), weightsOf: "present" };
    const isRead = this.#isReadable(run, show, requestId);
    this.#take(run, isRead ? show : { ...show, example: INITIAL_SHOW.example }, requestId);
  }

  /**
   * Shows this from now on. Where the model cannot read the source, says why and shows the example of before in this way:
   * the page may have passed over its trace while it waited for the other one.
   */
  show(run: Run, show: Show, requestId: RequestId): void {
    const { example } = this.isOf(run) ? this.#show : INITIAL_SHOW;
    const isRead = this.#isReadable(run, show, requestId);
    this.#take(run, isRead ? show : { ...show, example }, requestId);
  }

  /** Whether the model can read what is to be shown; says why not. */
  #isReadable(run: Run, { example }: Show, requestId: RequestId): boolean {
    const resolved = resolveExample(run, example);
    if (!("problem" in resolved) || example.kind !== "typed") return true;
    const { text } = example;
    this.#post({ type: "sourceRejected", requestId, text, problem: resolved.problem });
    return false;
  }

  #take(run: Run, show: Show, requestId: RequestId): void {
    const { weightsOf } = show;
    this.#past = weightsOf === "present" ? null : run.snapshots.nearest(weightsOf.step);
    this.#show = { ...show, weightsOf: this.#past ? { step: this.#past.step } : "present" };
    this.#requestId = requestId;
    this.#task = run.model.task;
    this.#decode(run);
  }

  /** Shows how far the run has come, unless an earlier update is being looked at or nothing of its task is shown yet. */
  follow(run: Run): void {
    if (this.#past === null && this.isOf(run)) this.#decode(run);
  }

  #decode(run: Run): void {
    const show = this.#show;
    const resolved = resolveExample(run, show.example);
    if ("problem" in resolved) return; // nothing was held out
    const trace = traceRun(run, { ...resolved, show }, this.#past);
    const { id: runId } = run;
    this.#post({ type: "trace", runId, requestId: this.#requestId, trace }, [traceBuffer(trace)]);
  }
}
