/** The shown example of a run, decoded as a Show says, with the current weights or earlier ones. */
import type { TrainingView } from "../../engine/setup/trainingView";
import { INITIAL_SHOW, type Show } from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import type { Task } from "../../engine/tasks/task";
import type { Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { BesideDecoder } from "./besideDecoder";
import { resolveExample, sortRunEdits, traceBuffer, traceRun } from "./traceRun";
import { UntouchedDecodes } from "./untouchedDecode";

/** Whether both tasks read the same sources: they are the same generated task, at any difficulty. */
function isSameTask(a: Task, b: Task): boolean {
  return a === b || (a.id === b.id && a.id !== "pairs");
}

/** The Show with the rows of the expected answer, unless the student watches a beam or samples. */
function withExpectedRows(show: Show): Show {
  return show.choosing.method === "greedy" ? { ...show, feeding: "truth" } : show;
}

export class ShownExample {
  readonly #post: (event: Event, transfer?: ArrayBuffer[]) => void;
  #show: Show = INITIAL_SHOW;
  #requestId: RequestId = 0; // the request that chose the shown decode
  #task: Task | null = null; // the task of the shown example
  #past: Snapshot | null = null; // null: the current weights
  readonly #besides = new BesideDecoder();
  readonly #untouched = new UntouchedDecodes();

  constructor(post: (event: Event, transfer?: ArrayBuffer[]) => void) {
    this.#post = post;
  }

  /** Whether the shown example belongs to the run's task. */
  isOf({ model }: Run): boolean {
    return this.#task !== null && isSameTask(model.task, this.#task);
  }

  /**
   * Shows another run with its current weights. Where the run cannot read a typed source, the page gets the problem and
   * the first held-out example.
   * @param wanted null: the shown example does not change
   */
  enter(run: Run, requestId: RequestId, wanted: Show | null): void {
    const show: Show = { ...(wanted ?? this.#show), weightsOf: "present" };
    const isRead = this.#isReadable(run, show, requestId);
    const { example, edits } = INITIAL_SHOW;
    this.#apply(run, isRead ? show : { ...show, example, edits }, requestId, "shown");
  }

  /**
   * Changes the shown decode. If the model cannot read the source, the page gets the problem and a new trace of the
   * previous example, because it may have dropped one while it waited for the other example.
   */
  show(run: Run, show: Show, requestId: RequestId, rows: TrainingView["rows"]): void {
    const { example, edits } = this.isOf(run) ? this.#show : INITIAL_SHOW;
    const isRead = this.#isReadable(run, show, requestId);
    this.#apply(run, isRead ? show : { ...show, example, edits }, requestId, rows);
  }

  /** Whether the model can read the example. If not, the page gets the problem. */
  #isReadable(run: Run, { example }: Show, requestId: RequestId): boolean {
    const resolved = resolveExample(run, example);
    if (!("problem" in resolved) || example.kind !== "typed") return true;
    const { text } = example;
    this.#post({ type: "sourceRejected", requestId, text, problem: resolved.problem });
    return false;
  }

  /** The edits that apply to the example. The page gets the others with their problems. */
  #fittingEdits(run: Run, show: Show, requestId: RequestId): Show["edits"] {
    const resolved = resolveExample(run, show.example);
    if (show.edits.length === 0 || "problem" in resolved) return [];
    const { fitting, refused } = sortRunEdits(run, resolved, show);
    if (refused.length > 0) this.#post({ type: "editsRefused", requestId, refused });
    return fitting;
  }

  #apply(run: Run, show: Show, requestId: RequestId, rows: TrainingView["rows"]): void {
    const { weightsOf } = show;
    const edits = this.#fittingEdits(run, show, requestId);
    this.#past = weightsOf === "present" ? null : run.snapshots.nearest(weightsOf.step);
    this.#show = { ...show, edits, weightsOf: this.#past ? { step: this.#past.step } : "present" };
    this.#requestId = requestId;
    this.#task = run.model.task;
    this.#decode(run, rows);
  }

  /** Decodes again with the current weights, unless earlier weights or an example of another task are shown. */
  update(run: Run, rows: TrainingView["rows"]): void {
    if (this.#past === null && this.isOf(run)) this.#decode(run, rows);
  }

  /** The trace names the feeding that the rows ask for. The Show itself does not change. */
  #decode(run: Run, rows: TrainingView["rows"]): void {
    const isForced = rows === "expected" && this.#past === null;
    const show = isForced ? withExpectedRows(this.#show) : this.#show;
    const resolved = resolveExample(run, show.example);
    if ("problem" in resolved) return; // the task has no held-out pairs
    const { id: runId } = run;
    const plain = { runId, trainedSteps: this.#past?.step ?? run.model.steps, show };
    const untouched = this.#untouched.of(plain);
    const example = { ...resolved, show, untouched };
    const decoded = traceRun(run, example, this.#past);
    this.#untouched.keep(decoded, plain);
    const beside = this.#besides.decode(run, example, decoded, this.#past);
    const trace: Trace = { ...decoded, beside };
    this.#post({ type: "trace", runId, requestId: this.#requestId, trace }, [traceBuffer(trace)]);
  }
}
