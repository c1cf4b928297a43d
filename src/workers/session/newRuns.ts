/** Makes the runs that requests ask for: of settings, of a user's own pairs, of a model file, of another lane's run. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import { taskOf } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Command, LaneId, RequestId } from "../protocol";

import { bakedOrReport } from "../run/loadBaked";
import { openModel } from "../run/modelFiles";
import { copyOfWeights, type Run, RunMaker } from "../run/run";
import type { RunAutosave } from "../run/savedRun";
import type { LaneRequest, SessionPorts } from "./session";

type CommandOf<T extends Command["type"]> = Extract<Command, { readonly type: T }>;
type Weights = CommandOf<"configure">["weights"];

interface NewRunPorts extends Pick<SessionPorts, "pairs" | "post" | "loadBaked" | "arithmetic"> {
  readonly autosave: RunAutosave;
  /** The active run of a lane; null: it has none. */
  readonly runOf: (lane: LaneId) => Run | null;
  /** Ends training and waits for its end. */
  readonly halt: () => Promise<void>;
}

/** Each method ends training before it makes the run. Null: there is no such run, and the present one stays. */
export class NewRuns {
  readonly #ports: NewRunPorts;
  readonly make: RunMaker;
  #latestCopy: RequestId = 0;

  constructor(ports: NewRunPorts) {
    this.#ports = ports;
    this.make = new RunMaker(ports.arithmetic);
  }

  /** Takes note of a request before its turn comes: while a slider moves, only its latest position counts. */
  note({ id, command }: LaneRequest): void {
    if (command.type === "copyRun") this.#latestCopy = id;
  }

  async configured({ config, weights }: CommandOf<"configure">): Promise<Run | null> {
    return this.#ofTask(taskOf(config, this.#ports.pairs.inUse), config, weights);
  }

  async ofPairs({ inspection, config, weights }: CommandOf<"usePairs">): Promise<Run | null> {
    return this.#ofTask(await this.#ports.pairs.take(inspection), config, weights);
  }

  /** The saved run of this tab if this task and set-up can continue it, else the shipped model, else fresh weights. */
  async #ofTask(task: Task | null, config: Config, weights: Weights): Promise<Run | null> {
    const { post, autosave, halt } = this.#ports;
    if (!task) {
      post({ type: "failed", failure: { kind: "pairsMissing" } });
      return null;
    }
    const kept = weights === "kept" ? await autosave.load({ task, config }) : null;
    const isShipped = kept === null && weights !== "fresh";
    const baked = isShipped ? await bakedOrReport(this.#ports, config) : null;
    await halt();
    if (kept) {
      const settings = withLiveFields(kept.config, config);
      return this.make.resumed(task, { ...kept, config: settings });
    }
    return baked ? this.make.baked(task, config, baked) : this.make.fresh(task, config);
  }

  /** The run of a model file. The active run continues to train until the file is read and valid. */
  async opened(file: Blob): Promise<Run> {
    const { task, saved } = await openModel(file, this.#ports.pairs.inUse);
    await this.#ports.halt();
    return this.make.opened(task, saved);
  }

  /** A copy of another lane's run. Null where that lane has no run, or where a newer request is here. */
  async copied(requestId: RequestId, { of, weightsOf }: CommandOf<"copyRun">): Promise<Run | null> {
    if (requestId < this.#latestCopy) return null;
    const run = this.#ports.runOf(of);
    if (!run) return null;
    const past = weightsOf === "present" ? null : run.snapshots.nearest(weightsOf.step);
    const weights = past ?? (await copyOfWeights(run));
    await this.#ports.halt();
    return this.make.copied(run, weights);
  }
}
