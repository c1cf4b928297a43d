/** The shown example of a run, decoded as a Show says, with the current weights or earlier ones. */
import type { TrainingView } from "../../engine/setup/trainingView";
import { isSamePlace } from "../../engine/edits/edit";
import {
  INITIAL_SHOW,
  isSameExample,
  pastStep,
  type Show,
  type WeightsOf,
  withExpectedRows,
} from "../../engine/show";
import type { Trace } from "../../engine/results/trace";
import type { TracedExample } from "../../engine/decoding/planTrace";
import type { Task } from "../../engine/tasks/task";
import type { Event, RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { Snapshot } from "../run/snapshots";
import { BesideDecoder } from "./besideDecoder";
import { decodeFinite } from "./finiteTrace";
import { resolveExample, sortRunEdits, traceBuffer, traceRun } from "./traceRun";
import { UntouchedDecodes } from "./untouchedDecode";

/** Whether both tasks read the same sources: they are the same generated task, at any difficulty. */
function isSameTask(a: Task, b: Task): boolean {
  return a === b || (a.id === b.id && a.id !== "pairs");
}

export class ShownExample {
  readonly #post: (event: Event, transfer?: ArrayBuffer[]) => void;
  #show: Show = INITIAL_SHOW;
  #requestId: RequestId = 0; // the request that chose the shown decode
  #task: Task | null = null; // the task of the shown example
  #runId: Run["id"] | null = null;
  #past: Snapshot | null = null; // null: the current weights
  readonly #besides = new BesideDecoder();
  readonly #untouched = new UntouchedDecodes();
  /** The latest decode has arrived, and all before it. It never rejects. */
  #lastArrived: Promise<void> = Promise.resolve();

  constructor(post: (event: Event, transfer?: ArrayBuffer[]) => void) {
    this.#post = post;
  }

  /** Whether the shown example belongs to the run's task. */
  isOf({ model }: Run): boolean {
    return this.#task !== null && isSameTask(model.task, this.#task);
  }

  /**
   * The weights of an earlier update: those on the stage, which the run may have thinned out of its snapshots since, or
   * the nearest snapshot; null: the current weights.
   */
  readonly snapshotFor = (run: Run, weightsOf: WeightsOf): Snapshot | null => {
    const step = pastStep({ weightsOf });
    if (step === null) return null;
    const isOnStage = run.id === this.#runId && this.#past?.step === step;
    return isOnStage ? this.#past : run.snapshots.nearest(step);
  };

  /**
   * Shows another run with its current weights. Where the run cannot read a typed source, the page gets the problem and
   * the first held-out example.
   * @param wanted null: the shown example does not change
   * @param isDecoded whether to decode it now; otherwise the next update of the run does
   */
  async enter(
    run: Run,
    requestId: RequestId,
    wanted: Show | null,
    isDecoded = true,
  ): Promise<void> {
    const show: Show = { ...(wanted ?? this.#show), weightsOf: "present" };
    const isRead = this.#isReadable(run, show, requestId);
    const { example, edits } = INITIAL_SHOW;
    this.#choose(run, isRead ? show : { ...show, example, edits }, requestId);
    if (isDecoded) (await this.#decode(run, "shown"))();
  }

  /**
   * Changes the shown decode. If the model cannot read the source, the page gets the problem and a new trace of the
   * previous example, because it may have dropped one while it waited for the other example.
   */
  async show(
    run: Run,
    show: Show,
    requestId: RequestId,
    rows: TrainingView["rows"],
  ): Promise<void> {
    const { example, edits } = this.isOf(run) ? this.#show : INITIAL_SHOW;
    const isRead = this.#isReadable(run, show, requestId);
    this.#choose(run, isRead ? show : { ...show, example, edits }, requestId);
    (await this.#decode(run, rows))();
  }

  /** Whether the model can read the example. If not, the page gets the problem. */
  #isReadable(run: Run, { example }: Show, requestId: RequestId): boolean {
    const resolved = resolveExample(run, example);
    if (!("problem" in resolved) || example.kind !== "typed") return true;
    const { text } = example;
    this.#post({ type: "sourceRejected", requestId, text, problem: resolved.problem });
    return false;
  }

  /**
   * The edits that apply to the example. The page gets the others with their problems. An edit on the stage stays where
   * one that does not apply would replace it.
   */
  #fittingEdits(run: Run, show: Show, requestId: RequestId): Show["edits"] {
    const resolved = resolveExample(run, show.example);
    if (show.edits.length === 0 || "problem" in resolved) return [];
    const { fitting, refused } = sortRunEdits(run, resolved, show);
    if (refused.length === 0) return fitting;
    const before = this.#isShown(run, show) ? this.#show.edits : [];
    const kept = before.filter((edit) => refused.some((one) => isSamePlace(one.edit, edit)));
    const { fitting: edits } = sortRunEdits(run, resolved, { edits: [...fitting, ...kept] });
    this.#post({ type: "editsRefused", requestId, refused, edits });
    return edits;
  }

  /** Whether the stage has this example of the run. */
  #isShown(run: Run, { example }: Show): boolean {
    return this.isOf(run) && isSameExample(example, this.#show.example);
  }

  /** Makes this the shown decode. */
  #choose(run: Run, show: Show, requestId: RequestId): void {
    const { weightsOf } = show;
    const edits = this.#fittingEdits(run, show, requestId);
    this.#past = weightsOf === "present" ? null : run.snapshots.nearest(weightsOf.step);
    this.#show = { ...show, edits, weightsOf: this.#past ? { step: this.#past.step } : "present" };
    this.#requestId = requestId;
    this.#runId = run.id;
    this.#task = run.model.task;
  }

  /**
   * Decodes again, with the weights of the call.
   * @returns a function that posts the trace; it does nothing where earlier weights or another task's example are shown
   */
  async decodeUpdate(run: Run, rows: TrainingView["rows"]): Promise<() => void> {
    if (this.#past !== null || !this.isOf(run)) return () => undefined;
    return this.#decode(run, rows);
  }

  /** The trace names the feeding that the rows ask for. The Show itself does not change. */
  async #decode(run: Run, rows: TrainingView["rows"]): Promise<() => void> {
    const isForced = rows === "expected" && this.#past === null;
    const show = isForced ? withExpectedRows(this.#show) : this.#show;
    const resolved = resolveExample(run, show.example);
    if ("problem" in resolved) return () => undefined; // the task has no held-out pairs
    const requestId = this.#requestId;
    const { id: runId } = run;
    const plain = { runId, trainedSteps: this.#past?.step ?? run.model.steps, show };
    const example = { ...resolved, show, untouched: this.#untouched.of(plain) };
    const { trace: decoded, isOfEarlier } = await this.#inTurn(
      decodeFinite(run, this.#past, (past) => this.#trace(run, past, example)),
    );
    if (decoded === null) return () => undefined; // the page keeps its picture
    return () => {
      if (!isOfEarlier) this.#untouched.keep(decoded, plain);
      this.#post({ type: "trace", runId, requestId, trace: decoded }, [traceBuffer(decoded)]);
    };
  }

  async #trace(run: Run, past: Snapshot | null, example: TracedExample): Promise<Trace> {
    const tracing = traceRun(run, past, example);
    const [decoded, beside] = await Promise.all([
      tracing,
      this.#besides.decode(run, past, example, tracing),
    ]);
    return { ...decoded, beside };
  }

  /** The answer, but not before those of earlier calls: a device may send newer weights first. */
  #inTurn<T>(answer: Promise<T>): Promise<T> {
    const inTurn = Promise.all([answer, this.#lastArrived]).then(([value]) => value);
    this.#lastArrived = inTurn.then(
      () => undefined,
      () => undefined,
    );
    return inTurn;
  }
}
