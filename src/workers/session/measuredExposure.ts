/** The measurement of exposure bias of a run, part by part, while other work goes on. */
import { runInChunks } from "../../engine/chunks";
import { type ExposureReport, scoreInjection } from "../../engine/results/exposure";
import type { EvaluatedModel } from "../../engine/training/evaluation";
import { forcedAndFree } from "../../engine/training/exposure";
import { injectWrongToken } from "../../engine/training/injection";
import type { Command, RequestId } from "../protocol";
import type { Run } from "../run/run";
import type { SessionPorts } from "./session";

type ExposureCommand = Extract<Command, { readonly type: "exposure" }>;

type Found = Pick<ExposureReport, "moments" | "injections">;

const NOTHING: Found = { moments: [], injections: [] };

/** A part of the measurement with some weights: what was found before, and what it adds. */
type Part = (model: EvaluatedModel, found: Found) => AsyncGenerator<void, Found>;

/** Parts that share weights. */
interface Round {
  readonly parameters: Float32Array | undefined; // [P]; undefined: the current ones
  readonly parts: readonly Part[];
}

/** How far a measurement is, whom it tells, and whether it goes on. */
interface Course {
  readonly found: Found;
  readonly tell: (found: Found) => void;
  readonly isWanted: () => boolean;
}

/** Measures one run at a time on copies of its weights, so that the run can train meanwhile. */
export class MeasuredExposure {
  readonly #ports: Pick<SessionPorts, "post" | "yieldToMessages">;
  #running: RequestId | null = null;

  constructor(ports: Pick<SessionPorts, "post" | "yieldToMessages">) {
    this.#ports = ports;
  }

  /** Posts after each part. A new measurement ends an earlier one. */
  async measure(run: Run, requestId: RequestId, { steps, runId }: ExposureCommand): Promise<void> {
    if (run.heldOut.length === 0) return;
    this.#running = requestId;
    const rounds = roundsOf(run, steps);
    const total = rounds.reduce((sum, { parts }) => sum + parts.length, 0);
    const { steps: step } = run.model;
    const examples = run.heldOut.length;
    let done = 0;
    const tell = (found: Found): void => {
      const report = { step, examples, done: ++done, total, ...found };
      this.#ports.post({ type: "exposure", runId, requestId, report });
    };
    const isWanted = (): boolean => this.#running === requestId;
    let found: Found | null = NOTHING;
    for (const round of rounds)
      found &&= await this.#carryOut(run, round, { found, tell, isWanted });
  }

  /** Ends the measurement that is running, if any. */
  stop(): void {
    this.#running = null;
  }

  /** @returns null: it was stopped */
  async #carryOut(
    { model: { task, shape, predictor } }: Run,
    { parameters, parts }: Round,
    { found: before, tell, isWanted }: Course,
  ): Promise<Found | null> {
    if (!isWanted()) return null;
    const copy = predictor.copy(parameters);
    try {
      let found = before;
      for (const part of parts) {
        const chunks = part({ task, shape, predictor: copy }, found);
        const next = await runInChunks(chunks, this.#ports.yieldToMessages, isWanted);
        if (next === null) return null;
        found = next;
        tell(found);
      }
      return found;
    } finally {
      copy.dispose();
    }
  }
}

/** The current weights first, because the run may train on; then the kept ones of these steps. */
function roundsOf({ heldOut, model, snapshots }: Run, steps: readonly number[]): Round[] {
  const longest = Math.max(...heldOut.map(({ target }) => target.length));
  const positions = Array.from({ length: longest }, (_, i) => i + 1);
  const isEarlier = (step: number): boolean => steps.includes(step) && step < model.steps;
  return [
    {
      parameters: undefined,
      parts: [momentOf(model.steps, heldOut), ...positions.map((k) => injectionAt(k, heldOut))],
    },
    ...snapshots.all
      .filter(({ step }) => isEarlier(step))
      .map(({ step, parameters }) => ({ parameters, parts: [momentOf(step, heldOut)] })),
  ];
}

function momentOf(step: number, heldOut: Run["heldOut"]): Part {
  return async function* (model, { moments, injections }) {
    const moment = { step, byPosition: yield* forcedAndFree(model, heldOut) };
    return { injections, moments: [...moments, moment].toSorted((a, b) => a.step - b.step) };
  };
}

function injectionAt(position: number, heldOut: Run["heldOut"]): Part {
  return async function* (model, { moments, injections }) {
    const report = yield* injectWrongToken(model, heldOut, position);
    return { moments, injections: [...injections, scoreInjection(report)] };
  };
}
