/** Sessions under Node that keep their run in a stand-in for IndexedDB, as pages of one tab do one after the other. */
import { expect } from "vitest";
import type { Config } from "../engine/setup/config";
import type { Arithmetic } from "../engine/training/learner";
import { textbook } from "../engine/training/textbookLearner";
import { openRunStore, type RunStore } from "../storage/runs";
import type { RunInfo } from "../workers/protocol";
import { eventually } from "./eventually";
import { startNodeArithmetic, startNodeBackend } from "./nodeBackend";
import { SMALL, TestSession } from "./testSession";

/** A run that uses all its random streams. */
export const KEPT: Config = { ...SMALL, dropout: 0.1, forcing: 0.7, maxSteps: 50, seed: 5 };

/** Both ways to compute a run, each with its name and what starts it. */
export const PATHS = [
  [
    "textbook",
    async (): Promise<Arithmetic> => {
      await startNodeBackend("wasm");
      return textbook;
    },
  ],
  ["fused", startNodeArithmetic],
] as const;

export class KeptSession extends TestSession {
  readonly #clock: { readonly now: number };

  constructor(arithmetic: Arithmetic, store: RunStore = openRunStore("tab")) {
    const clock = { now: 0 };
    super(arithmetic, { store, now: () => (clock.now += 5) });
    this.#clock = clock;
  }

  /** In ms; whenever the session looks, another five have gone by. */
  get clock(): number {
    return this.#clock.now;
  }

  /** Takes up the run that was kept, if it has these settings, else makes one. */
  resume(config: Config = KEPT): Promise<RunInfo> {
    return this.configure(config, "kept");
  }
}

/** Waits until what is kept is of this step; undefined: until nothing is. */
export function keeps(steps: number | undefined): Promise<void> {
  return eventually(async () => {
    const record = (await openRunStore("tab").read()) as { steps: number } | undefined;
    expect(record?.steps).toBe(steps);
  });
}
