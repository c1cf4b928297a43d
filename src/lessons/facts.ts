/** What a lesson may know of the page: plain data, of which questions, judges and texts are pure functions. */
import type { AloneConfig } from "../engine/alone/aloneConfig";
import type { Baselines } from "../engine/alone/baselines";
import type { Reading } from "../engine/alone/belief";
import type { AloneEvaluation } from "../engine/alone/evaluation";
import type { Writing } from "../engine/alone/written";
import type { BatchAccount } from "../engine/results/batchAccount";
import type { Evaluation, LossPoint } from "../engine/results/history";
import { areSameIds, type RoadsAnswer, roadsExample } from "../engine/results/roads";
import type { ScoreReport } from "../engine/results/scoreReport";
import type { Trace } from "../engine/results/trace";
import type { UpdateAccount } from "../engine/results/updateAccount";
import type { Config } from "../engine/setup/config";

export interface LaneFacts {
  /** The decode on the stage, with its own Show, model shape and edits. */
  readonly trace: Trace;
  /** The settings of the run. */
  readonly config: Config;
  readonly runId: number | null; // null: the worker has no run yet
  /** How many parameters the model has; null: the worker has no run yet. */
  readonly parameters: number | null;
  /** The weights [P], where the page has read those of the trace (act `readParameters`); else null. */
  readonly weights: Float32Array | null;
  /** Whether the model comes with the page. True also before the page knows its model; false once it is trained here. */
  readonly isShipped: boolean;
  /** Updates behind the present weights. The trace can be of earlier ones (`trace.trainedSteps`). */
  readonly step: number;
  readonly isTraining: boolean;
  readonly losses: readonly LossPoint[];
  readonly evaluations: readonly Evaluation[];
  /** The last full evaluation of this run. */
  readonly report: ScoreReport | null;
  /** The share of the running full evaluation that is done, 0 to 1; null: none runs. */
  readonly evaluating: number | null;
  /** The gradients that the page has read last; `roadsOf` says whether they are of this trace. */
  readonly roads: RoadsAnswer | null;
  /** The update that the page has walked last; null: none of this run. */
  readonly walked: UpdateAccount | null;
  /** The batch of the next update, as the page has read it last; null: it has not. */
  readonly batch: BatchAccount | null;
}

/** A written name, and the class that the classifier of the same names gives it; null: there is none. */
export interface JudgedName {
  readonly writing: Writing;
  readonly judged: { readonly label: number; readonly p: number } | null;
}

/** The network alone that reads or writes names on the page. */
export interface AloneFacts {
  readonly config: AloneConfig;
  readonly classes: readonly string[]; // tags of languages, or what the student's own list says
  readonly step: number; // updates
  readonly isTraining: boolean;
  readonly isShipped: boolean;
  /** The newest one. */
  readonly evaluation: AloneEvaluation | null;
  readonly baselines: Baselines;
  /** What the classifier reads. */
  readonly reading: Reading | null;
  /** What the generator writes; the first name is shown step by step. */
  readonly written: readonly JudgedName[];
}

export interface Facts extends LaneFacts {
  /** Lane B; null while the page does not compare. */
  readonly b: LaneFacts | null;
  /** Null while the page of the networks alone is closed or waits for its worker. */
  readonly alone: AloneFacts | null;
}

/** The gradients of the trace, where the page has them. */
export function roadsOf({ roads, trace }: LaneFacts): RoadsAnswer | null {
  const isOf =
    roads?.trainedSteps === trace.trainedSteps && areSameIds(roads.example, roadsExample(trace));
  return isOf ? roads : null;
}

export const hasAttention = ({ trace }: LaneFacts): boolean => trace.shape.attention !== "none";
