/** Sessions under Node that save their run in a fake IndexedDB, like successive pages of one tab. */
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

/** Both arithmetics, each with its name and its start function. */
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

  /** @param tick how far the clock advances whenever the session reads it, in ms */
  constructor(arithmetic: Arithmetic, store: RunStore = openRunStore("tab"), tick = 5) {
    const clock = { now: 0 };
    super(arithmetic, { store, now: () => (clock.now += tick) });
    this.#clock = clock;
  }

  /** In ms. */
  get clock(): number {
    return this.#clock.now;
  }

  /** Resumes the saved run if it has these settings, else starts a fresh one. */
  resume(config: Config = KEPT): Promise<RunInfo> {
    return this.configure(config, "kept");
  }
}

/** Waits until the saved run has this step; undefined: until no run is saved. */
export function keeps(steps: number | undefined): Promise<void> {
  return eventually(async () => {
    const record = (await openRunStore("tab").read()) as { steps: number } | undefined;
    expect(record?.steps).toBe(steps);
  });
}
