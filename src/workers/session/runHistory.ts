/** The active run, and the runs that undo and redo make active again. */
import type { Run } from "../run/run";
import type { OtherRun, RunInfo } from "../protocol";

/** Besides the active run. Each may hold 32 MB of snapshots. */
const MOST_OTHERS = 2;

/** What undo and redo bring back. */
type Ways = Pick<RunInfo, "undo" | "redo">;

export class RunHistory {
  #active: Run | null = null;
  readonly #past: Run[] = []; // the latest last
  readonly #undone: Run[] = []; // the next one last

  get active(): Run | null {
    return this.#active;
  }

  get ways(): Ways {
    return { undo: describe(this.#past.at(-1)), redo: describe(this.#undone.at(-1)) };
  }

  /** Makes a new run active. Undone runs are dropped, and of too many a shipped one, else the oldest. */
  push(run: Run): void {
    for (const dropped of this.#undone.splice(0)) dropped.model.dispose();
    if (this.#active?.weights === "copy")
      this.#active.model.dispose(); // another lane has it
    else if (this.#active) this.#past.push(this.#active);
    if (this.#past.length > MOST_OTHERS) this.#dropOne();
    this.#active = run;
  }

  /** The page can always ask for a shipped model again; a run of the student's own is made once. */
  #dropOne(): void {
    const shipped = this.#past.findIndex(({ weights }) => weights === "baked");
    const [dropped] = this.#past.splice(Math.max(0, shipped), 1);
    dropped?.model.dispose();
  }

  /** Drops all runs. */
  clear(): void {
    const runs = [this.#active, ...this.#past.splice(0), ...this.#undone.splice(0)];
    this.#active = null;
    for (const run of runs) run?.model.dispose();
  }

  /** @returns whether there was a run to go back to */
  undo(): boolean {
    return this.#move(this.#past, this.#undone);
  }

  /** @returns whether there was an undone run */
  redo(): boolean {
    return this.#move(this.#undone, this.#past);
  }

  #move(from: Run[], to: Run[]): boolean {
    const next = from.pop();
    if (!next) return false;
    if (this.#active) to.push(this.#active);
    this.#active = next;
    return true;
  }
}

function describe(run: Run | undefined): OtherRun | null {
  return run
    ? { runId: run.id, config: run.config, step: run.model.steps, weights: run.weights }
    : null;
}
