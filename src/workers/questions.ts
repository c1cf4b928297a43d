/** The part of the protocol that asks about a run and changes nothing in it: questions, and what answers them. Types only. */
import type { BatchAccount, Mask } from "../engine/results/batchAccount";
import type { ExposureReport } from "../engine/results/exposure";
import type { MapFilm } from "../engine/results/mapFilm";
import type { LossOf, RoadsAnswer, RoadsExample } from "../engine/results/roads";
import type { UpdateAccount } from "../engine/results/updateAccount";
import type { Followed, WalkedExample } from "../engine/results/walkedExample";
import type { Show, WeightsOf } from "../engine/show";
import type { RequestId } from "./protocol";

/** They name the run that they are about. Only the newest of each kind is answered. */
export type Question =
  /**
   * The gradient's roads of this example, with the weights of a run. Answered by "roads", unless the run has been
   * replaced or a newer request is here.
   */
  | {
      readonly type: "roads";
      readonly runId: number;
      readonly weightsOf: WeightsOf;
      readonly example: RoadsExample;
      readonly of: LossOf;
    }
  /**
   * Account for the first rows of the batch that the next update of a run learns from, with these masks off. Answered by
   * "batch", unless the run has been replaced, lacks its pairs, or a newer request is here.
   */
  | {
      readonly type: "batch";
      readonly runId: number;
      readonly rows: number;
      readonly off: readonly Mask[];
    }
  /**
   * The attention map of this example with the snapshots of these steps. Answered by "maps", unless the run has been
   * replaced, cannot read the example, or a newer request is here.
   */
  | {
      readonly type: "maps";
      readonly runId: number;
      readonly show: Show;
      readonly steps: readonly number[];
    }
  /**
   * Measure exposure bias on the held-out examples: with the weights of a run, and by position also with the snapshots of
   * these steps. Answered by "exposure" after each part, until the run is replaced or a newer request is here; not if the
   * run lacks its pairs. Later requests do not wait for it.
   */
  | { readonly type: "exposure"; readonly runId: number; readonly steps: readonly number[] }
  /**
   * Decode an example before and after the walked update of this step. Answered by "walkedExample", unless the update or
   * the run has been replaced, or a newer request is here.
   */
  | {
      readonly type: "followInWalk";
      readonly runId: number;
      readonly step: number;
      readonly follow: Followed;
    };

/** "walked" comes with the update of "walkUpdate", the others answer the question of their name. */
export type Answer =
  | {
      readonly type: "roads";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly answer: RoadsAnswer;
    }
  | {
      readonly type: "walked";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly account: UpdateAccount;
    }
  /** `step`: of the walked update. */
  | {
      readonly type: "walkedExample";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly step: number;
      readonly example: WalkedExample;
    }
  | {
      readonly type: "batch";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly account: BatchAccount;
    }
  | {
      readonly type: "exposure";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly report: ExposureReport;
    }
  | {
      readonly type: "maps";
      readonly runId: number;
      readonly requestId: RequestId;
      readonly film: MapFilm;
    };
