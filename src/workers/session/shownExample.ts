/** What is on the stage: the pinned example, decoded with the run's present weights or with those of an earlier step. */
import type { Task } from "../../engine/tasks/task";
import type { Event } from "../protocol";
import type { Run } from "../run/run";
import { type PinnedExample, resolveExample, traceBuffers, traceRun } from "./traceRun";
import type { Snapshot } from "../run/snapshots";

const FIRST_EXAMPLE = { example: { kind: "heldOut", index: 0 } } as const;

/** Whether a source of the one means something to the other: the same generated task, at whatever difficulty. */
function isSameTask(a: Task, b: Task): boolean {
  return a === b || (a.id === b.id && a.id !== "pairs");
}

export class Stage {
  readonly #post: (event: Event, transfer?: ArrayBuffer[]) => void;
  #pinned: PinnedExample = { ...FIRST_EXAMPLE, teacherForcing: false };
  #pinnedFor: Task | null = null;
  #past: Snapshot | null = null; // null: the present

  constructor(post: (event: Event, transfer?: ArrayBuffer[]) => void) {
    this.#post = post;
  }

  /** Another run has come to the fore: it is shown as it is now. */
  enter(run: Run): void {
    const { task } = run.model;
    if (!this.#pinnedFor || !isSameTask(task, this.#pinnedFor)) this.#pinFirst();
    this.#pinnedFor = task;
    this.#past = null;
    this.#dropUnreadable(run);
    this.show(run);
  }

  #pinFirst(): void {
    this.#pinned = { ...this.#pinned, ...FIRST_EXAMPLE };
  }

  /** The same task at another difficulty may not read the source that was typed. */
  #dropUnreadable(run: Run): void {
    const { example } = this.#pinned;
    const resolved = resolveExample(run, example);
    if (!("problem" in resolved) || example.kind !== "typed") return;
    this.#post({ type: "sourceRejected", text: example.text, problem: resolved.problem });
    this.#pinFirst();
  }

  /** Pins an example that the model can read; one that it cannot is refused, and the pinned one stays. */
  pin(run: Run, { example, teacherForcing }: PinnedExample): void {
    const resolved = resolveExample(run, example);
    if ("problem" in resolved) {
      const text = example.kind === "typed" ? example.text : "";
      return this.#post({ type: "sourceRejected", text, problem: resolved.problem });
    }
    this.#pinned = { example, teacherForcing };
    this.show(run);
  }

  /** Goes back to the snapshot nearest to this step, or to the present. */
  lookBack(run: Run, step: number | null): void {
    this.#past = step === null ? null : run.snapshots.nearest(step);
    this.show(run);
  }

  /** The run has gone on: shows it, unless an earlier step is being looked at. */
  follow(run: Run): void {
    if (this.#past === null) this.show(run);
  }

  /** Decodes the pinned example. */
  show(run: Run): void {
    const { example, teacherForcing } = this.#pinned;
    const resolved = resolveExample(run, example);
    if ("problem" in resolved) return; // nothing was held out
    const trace = traceRun(run, { ...resolved, past: this.#past, teacherForcing });
    this.#post({ type: "trace", runId: run.id, example, trace }, traceBuffers(trace));
  }
}
