/** One lane: requests in, events out. The worker's state machine; it knows no Worker, so tests run it in Node. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import { ModelFileError } from "../../engine/files/modelProblem";
import type { Evaluation } from "../../engine/results/history";
import type { Show } from "../../engine/show";
import { taskOf } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Arithmetic } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { describeError } from "../describeError";
import type { Command, Event, Request, RequestId } from "../protocol";
import { Keeper } from "../run/autosave";
import { bakedOrReport } from "../run/loadBaked";
import { openModel, saveRun } from "../run/modelFiles";
import { type BakedModel, describeRun, type Run, RunMaker, takeSnapshot } from "../run/run";
import { Evaluator } from "./evaluateRun";
import { FirstEvaluation } from "./firstEvaluation";
import type { OwnPairs } from "./ownPairs";
import { ShownExample } from "./shownExample";
import { type Loop, Training } from "./training";
import { trainLoop, trainOnce } from "./trainLoop";

/** What a session needs from the world. */
export interface SessionPorts {
  readonly post: (event: Event, transfer?: ArrayBuffer[]) => void;
  /** The shipped model for a set-up, or null where none was shipped. Rejects where it cannot be read. */
  readonly loadBaked: (config: Config) => Promise<BakedModel | null>;
  /** By what models are computed: known by the time of the first request. */
  readonly arithmetic: () => Arithmetic;
  /** Where this lane of the tab keeps its run. */
  readonly store: RunStore;
  readonly pairs: OwnPairs;
  readonly breathe: () => Promise<void>;
  readonly now: () => number; // ms
}

export type LaneRequest = Pick<Request, "id" | "command">;

type CommandOf<T extends Command["type"]> = Extract<Command, { readonly type: T }>;
type Weights = CommandOf<"configure">["weights"];

/** What a request asks of the run that it brings to the fore. */
interface Arrival {
  readonly requestId: RequestId;
  readonly show: Show | null; // null: what was shown before
}

/** What may take long and holds up no other request. */
const BESIDE: readonly Command["type"][] = ["inspectPairs", "evaluate"];

export class Session {
  readonly #ports: SessionPorts;
  #run: Run | null = null;
  #previous: Run | null = null; // what "undo" brings back
  readonly #shown: ShownExample;
  readonly #keeper: Keeper;
  readonly #training: Training;
  readonly #evaluator: Evaluator;
  readonly #firstEvaluation: FirstEvaluation;
  readonly #make: RunMaker;
  #queue: Promise<void> = Promise.resolve();
  #latestShow: RequestId = 0;

  constructor(ports: SessionPorts) {
    const { store, now, breathe } = ports;
    this.#ports = ports;
    this.#make = new RunMaker(ports.arithmetic);
    this.#shown = new ShownExample(ports.post);
    const report = (problem: Extract<Event, { type: "keeping" }>["problem"]): void =>
      this.#post({ type: "keeping", problem });
    this.#keeper = new Keeper({ store, now, report });
    const evaluated = (run: Run, evaluation: Evaluation): void =>
      this.#takeEvaluation(run, evaluation);
    this.#training = new Training({
      ...ports,
      evaluated,
      show: (run) => {
        this.#shown.follow(run);
        this.#keeper.keepNow(run, "between");
      },
      ended: (run) => {
        this.#shown.follow(run);
        this.#keeper.keep(run);
      },
      fail: (error) => this.#fail(error),
    });
    this.#evaluator = new Evaluator({
      breathe,
      report: (runId, stage) => this.#post({ type: "evaluating", runId, stage }),
    });
    this.#firstEvaluation = new FirstEvaluation({ breathe, evaluated });
  }

  /** Queues a request behind those that are still under way; "pause" is heard at once. */
  take(request: LaneRequest): Promise<void> {
    if (request.command.type === "pause") this.#training.stop(); // between two updates
    if (request.command.type === "show") this.#latestShow = request.id;
    this.#queue = this.#queue.then(() => this.#begin(request));
    return this.#queue;
  }

  /** Waits for the end of what a request asks for, unless it goes on beside the requests that follow. */
  async #begin(request: LaneRequest): Promise<void> {
    const work = this.#execute(request)
      .catch((error: unknown) => this.#fail(error))
      .then(() => this.#post({ type: "done", requestId: request.id }));
    if (!BESIDE.includes(request.command.type)) await work;
  }

  async #execute({ id, command }: LaneRequest): Promise<void> {
    switch (command.type) {
      case "configure":
        return this.#configure(id, command);
      case "usePairs":
        return this.#usePairs(id, command);
      case "inspectPairs":
        return this.#inspectPairs(id, command);
      case "adjust":
        return this.#adjust(command.config);
      case "train":
        return this.#train(id, trainLoop);
      case "trainOneStep":
        return this.#trainOneStep(id);
      case "pause":
        return this.#training.halt();
      case "reset":
        return this.#reset(id);
      case "undo":
        return this.#undo(id);
      case "saveModel":
        return this.#orRefuse(id, () => this.#saveModel(id));
      case "openModel":
        return this.#orRefuse(id, () => this.#openModel(id, command.file));
      case "show":
        return this.#show(id, command);
      case "evaluate":
        return this.#evaluate();
      case "stopEvaluating":
        return this.#evaluator.stop();
      default:
        return command satisfies never;
    }
  }

  // --- runs -----------------------------------------------------------------------------------------

  async #configure(
    requestId: RequestId,
    { config, weights, show }: CommandOf<"configure">,
  ): Promise<void> {
    const task = taskOf(config, this.#ports.pairs.inUse);
    if (!task) return this.#post({ type: "failed", failure: { kind: "pairsMissing" } });
    this.#replace(await this.#made(task, config, weights), { requestId, show });
  }

  async #usePairs(
    requestId: RequestId,
    { inspection, config, weights, show }: CommandOf<"usePairs">,
  ): Promise<void> {
    const task = await this.#ports.pairs.take(inspection);
    if (!task) return this.#post({ type: "failed", failure: { kind: "pairsMissing" } });
    this.#replace(await this.#made(task, config, weights), { requestId, show });
  }

  /** The run that this tab has kept if it is of this task and set-up, else the shipped model, else fresh weights. */
  async #made(task: Task, config: Config, weights: Weights): Promise<Run> {
    const kept = weights === "kept" ? await this.#keeper.recall(task, config) : null;
    const isShipped = kept === null && weights !== "fresh";
    const baked = isShipped ? await bakedOrReport(this.#ports, config) : null;
    await this.#training.halt();
    if (kept) return this.#make.resumed(task, kept);
    return baked ? this.#make.baked(task, config, baked) : this.#make.fresh(task, config);
  }

  #adjust(config: Config): void {
    if (this.#run) this.#run.config = withLiveFields(this.#run.config, config);
  }

  async #reset(requestId: RequestId): Promise<void> {
    await this.#training.halt();
    const { model, config } = this.#current();
    this.#replace(this.#make.fresh(model.task, config), { requestId, show: null });
  }

  /** Changes places with the run before; undoing twice brings back the first. */
  async #undo(requestId: RequestId): Promise<void> {
    await this.#training.halt();
    if (!this.#previous) return;
    [this.#run, this.#previous] = [this.#previous, this.#run];
    this.#announce({ requestId, show: null });
  }

  /** Makes this the current run and keeps the one before for "undo". */
  #replace(run: Run, arrival: Arrival): void {
    this.#previous?.model.dispose();
    this.#previous = this.#run;
    this.#run = run;
    this.#announce(arrival);
  }

  #announce({ requestId, show }: Arrival): void {
    this.#evaluator.stop(); // it is about the run before
    const run = this.#current();
    const { task } = run.model;
    if (task.id === "pairs") this.#ports.pairs.inUse = task; // undo may have brought back an earlier set
    const isShown = show !== null || this.#shown.isOf(run);
    const info = describeRun(run, this.#previous !== null);
    this.#post({ type: "ready", requestId, info, isShown });
    if (isShown) this.#shown.enter(run, requestId, show);
    this.#listSnapshots(run);
    this.#keeper.follow(run);
    this.#firstEvaluation.start(run).catch((error: unknown) => this.#fail(error));
  }

  #current(): Run {
    if (!this.#run) throw new Error("session: a request came before the first configure");
    return this.#run;
  }

  /** An earlier update means one of the run that the page knows; of another run the present is shown. */
  async #show(requestId: RequestId, { show, runId }: CommandOf<"show">): Promise<void> {
    await this.#ports.breathe(); // later ones that have arrived during the last decode are heard first
    if (requestId < this.#latestShow) return; // a slider on its way: only where it has come to counts
    const run = this.#run;
    if (!run) return; // the first model could not be made, and the page knows why
    const weightsOf = run.id === runId ? show.weightsOf : "present";
    this.#shown.show(run, { ...show, weightsOf }, requestId);
  }

  // --- training -------------------------------------------------------------------------------------

  /** Starts training without waiting for its end. A shipped model gives way to fresh weights first. */
  async #train(requestId: RequestId, loop: Loop): Promise<void> {
    if (this.#training.isOn) return;
    if (!this.#current().trainer) await this.#reset(requestId);
    this.#firstEvaluation.stop();
    takeSnapshot(this.#current()); // where it begins
    this.#training.start(this.#current(), loop);
  }

  /** Waits for the update, so that a second click makes a second one; while training goes on it means nothing. */
  async #trainOneStep(requestId: RequestId): Promise<void> {
    if (this.#training.isOn) return;
    await this.#train(requestId, trainOnce);
    await this.#training.untilStopped();
  }

  #takeEvaluation(run: Run, evaluation: Evaluation): void {
    this.#post({ type: "evaluation", runId: run.id, evaluation });
    takeSnapshot(run);
    this.#listSnapshots(run);
    this.#keeper.keepNow(run, "evaluated");
  }

  async #evaluate(): Promise<void> {
    if (this.#run) await this.#evaluator.start(this.#run);
  }

  #listSnapshots({ id: runId, snapshots }: Run): void {
    this.#post({ type: "snapshots", runId, steps: snapshots.steps });
  }

  // --- model files ----------------------------------------------------------------------------------

  #saveModel(requestId: RequestId): void {
    if (!this.#run) return;
    const saved = saveRun(this.#run);
    this.#ports.post({ type: "modelSaved", requestId, ...saved }, [saved.bytes.buffer]);
  }

  /** The present model stays, and goes on training, until the file has turned out to be a whole one. */
  async #openModel(requestId: RequestId, file: Blob): Promise<void> {
    const { task, saved } = await openModel(file, this.#ports.pairs.inUse);
    await this.#training.halt();
    this.#replace(this.#make.opened(task, saved), { requestId, show: null });
  }

  /** Does something with a model file; a file that is no model changes nothing. */
  async #orRefuse(requestId: RequestId, work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw error;
      this.#post({ type: "modelRefused", requestId, problem: error.problem });
    }
  }

  // --- own pairs ------------------------------------------------------------------------------------

  async #inspectPairs(requestId: RequestId, command: CommandOf<"inspectPairs">): Promise<void> {
    const report = await this.#ports.pairs.inspect(command);
    if (report) this.#post({ type: "pairsInspected", requestId, report });
  }

  // --- reporting ------------------------------------------------------------------------------------

  #post(event: Event): void {
    this.#ports.post(event);
  }

  #fail(error: unknown): void {
    this.#post({ type: "failed", failure: describeError(error) });
  }
}
