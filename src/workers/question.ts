/** Questions of the page about a run, which change nothing in it, and their answers: types only. */
import type { BatchAccount, Mask } from "../engine/results/batchAccount";
import type { MapFilm } from "../engine/results/mapFilm";
import type { LossOf, RoadsAnswer, RoadsExample } from "../engine/results/roads";
import type { Followed, WalkedExample } from "../engine/results/walkedExample";
import type { Show, WeightsOf } from "../engine/show";

/** Each is answered by the event of its type, unless the run has been replaced or a newer one of its type is here. */
export type Question =
  /** The gradient's roads of this example, with the weights of a run. */
  | {
      readonly type: "roads";
      readonly runId: number;
      readonly weightsOf: WeightsOf;
      readonly example: RoadsExample;
      readonly of: LossOf;
    }
  /**
   * The account of the first rows of the batch that the next update of a run learns from, with these masks off. A run
   * without its pairs has none.
   */
  | {
      readonly type: "batch";
      readonly runId: number;
      readonly rows: number;
      readonly off: readonly Mask[];
    }
  /** The attention map of this example with the snapshots of these steps. A model that cannot read it has none. */
  | {
      readonly type: "maps";
      readonly runId: number;
      readonly show: Show;
      readonly steps: readonly number[];
    }
  /** An example before and after the walked update of this step, by "walkedExample". A replaced update has none. */
  | {
      readonly type: "followInWalk";
      readonly runId: number;
      readonly step: number;
      readonly follow: Followed;
    };

interface OfRun {
  readonly runId: number;
  readonly requestId: number;
}

export type Answer =
  | ({ readonly type: "roads"; readonly answer: RoadsAnswer } & OfRun)
  | ({ readonly type: "batch"; readonly account: BatchAccount } & OfRun)
  | ({ readonly type: "maps"; readonly film: MapFilm } & OfRun)
  | ({
      readonly type: "walkedExample";
      readonly step: number; // of the walked update
      readonly example: WalkedExample;
    } & OfRun);
