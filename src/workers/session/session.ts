/** Commands in, events out: the worker's state machine. It knows no Worker, so tests run it in Node. */
import { type Config, decodesOtherwise, withLiveFields } from "../../engine/setup/config";
import type { Evaluation } from "../../engine/results/history";
import { ModelFileError } from "../../engine/files/modelProblem";
import { taskOf } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Arithmetic } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { describeError } from "../describeError";
import { Evaluator } from "./evaluateRun";
import { Keeper } from "../run/autosave";
import { FirstEvaluation } from "./firstEvaluation";
import { trainLoop, trainOnce } from "./trainLoop";
import { bakedOrReport } from "../run/loadBaked";
import { openModel, saveRun } from "../run/modelFiles";
import type { Command, Event } from "../protocol";
import { PairsReader } from "./pairsReader";
import { type BakedModel, describeRun, type Run, RunMaker, takeSnapshot } from "../run/run";
import { Stage } from "./shownExample";
import { type Loop, Training } from "./training";

/** What the session needs from the world. */
export interface SessionPorts {
  readonly post: (event: Event, transfer?: ArrayBuffer[]) => void;
  /** The shipped model for a set-up, or null where none was shipped. Rejects where it cannot be read. */
  readonly loadBaked: (config: Config) => Promise<BakedModel | null>;
  /** By what models are computed: known by the time of the first command. */
  readonly arithmetic: () => Arithmetic;
  /** Where this tab keeps its run. */
  readonly store: RunStore;
  readonly breathe: () => Promise<void>;
  readonly now: () => number; // ms
}

export type SessionCommand = Exclude<Command, { readonly type: "start" }>;

/** Returns the function that takes commands; they are carried out in order, "pause" at once. */
export function createSession(ports: SessionPorts): (command: SessionCommand) => Promise<void> {
  const session = new Session(ports);
  return (command) => session.take(command);
}

class Session {
  readonly #ports: SessionPorts;
  #run: Run | null = null;
  #previous: Run | null = null; // what "undo" brings back
  readonly #stage: Stage;
  readonly #keeper: Keeper;
  readonly #training: Training;
  readonly #pairs: PairsReader;
  readonly #evaluator: Evaluator;
  readonly #firstEvaluation: FirstEvaluation;
  #ownPairs: Task | null = null;
  readonly #make: RunMaker;
  #queue: Promise<void> = Promise.resolve();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#make = new RunMaker(ports.arithmetic);
    this.#stage = new Stage(ports.post);
    this.#keeper = new Keeper({
      store: ports.store,
      now: ports.now,
      report: (problem) => this.#post({ type: "keeping", problem }),
    });
    this.#training = new Training({
      ...ports,
      show: (run) => {
        this.#stage.follow(run);
        this.#keeper.keepNow(run, "between");
      },
      evaluated: (run, evaluation) => this.#takeEvaluation(run, evaluation),
      ended: (run) => {
        this.#stage.follow(run);
        this.#keeper.keep(run);
      },
      fail: (error) => this.#fail(error),
    });
    this.#pairs = new PairsReader(ports.breathe);
    this.#evaluator = new Evaluator({
      breathe: ports.breathe,
      report: (runId, stage) => this.#post({ type: "evaluating", runId, stage }),
    });
    this.#firstEvaluation = new FirstEvaluation({
      breathe: ports.breathe,
      evaluated: (run, evaluation) => this.#takeEvaluation(run, evaluation),
    });
  }

  /** Queues a command behind those that are still under way. */
  take(command: SessionCommand): Promise<void> {
    if (command.type === "pause") this.#training.stop(); // not queued: it must be heard between two steps
    this.#queue = this.#queue
      .then(() => this.#execute(command))
      .catch((error: unknown) => this.#fail(error));
    return this.#queue;
  }

  async #execute(command: SessionCommand): Promise<void> {
    switch (command.type) {
      case "configure":
        return this.#configure(command.config, command.weights);
      case "adjust":
        return this.#adjust(command.config);
      case "train":
        return this.#train(trainLoop);
      case "trainOneStep":
        return this.#trainOneStep();
      case "pause":
        return this.#training.halt();
      case "reset":
        return this.#reset();
      case "undo":
        return this.#undo();
      case "saveModel":
        return this.#run ? this.#orRefuse(() => this.#saveModel()) : undefined;
      case "openModel":
        return this.#orRefuse(() => this.#openModel(command.file));
      case "decode":
        // Without a run the first model could not be made, which has been said.
        return this.#run ? this.#stage.pin(this.#run, command) : undefined;
      case "showSnapshot":
        return this.#lookBack(command);
      case "evaluate":
        return this.#evaluate();
      case "stopEvaluating":
        return this.#evaluator.stop();
      case "inspectPairs":
        this.#inspect(command).catch((error: unknown) => this.#fail(error));
        return; // not waited for: it may take long
      case "usePairs":
        return this.#usePairs(command);
      default:
        return command satisfies never;
    }
  }

  // --- runs -----------------------------------------------------------------------------------------

  async #configure(config: Config, weights: "kept" | "baked" | "fresh"): Promise<void> {
    const task = taskOf(config, this.#ownPairs);
    if (!task) return this.#post({ type: "failed", failure: { kind: "pairsMissing" } });
    if (weights === "kept" && (await this.#resume(task, config))) return;
    const baked = weights === "fresh" ? null : await bakedOrReport(this.#ports, config);
    await this.#training.halt();
    this.#replace(baked ? this.#make.baked(task, config, baked) : this.#make.fresh(task, config));
  }

  /** Goes on with the run that this tab has kept, if it is one of this task and set-up. */
  async #resume(task: Task, config: Config): Promise<boolean> {
    const kept = await this.#keeper.recall(task, config);
    if (kept === null) return false;
    await this.#training.halt();
    this.#replace(this.#make.resumed(task, kept));
    return true;
  }

  #adjust(config: Config): void {
    const run = this.#run;
    if (!run) return; // the first model could not be made, which has been said
    const before = run.config;
    run.config = withLiveFields(before, config);
    if (decodesOtherwise(before, run.config)) this.#stage.show(run);
  }

  async #reset(): Promise<void> {
    await this.#training.halt();
    const run = this.#current();
    this.#replace(this.#make.fresh(run.model.task, run.config));
  }

  /** Changes places with the run before; undoing twice brings back the first. */
  async #undo(): Promise<void> {
    await this.#training.halt();
    if (!this.#previous) return;
    [this.#run, this.#previous] = [this.#previous, this.#run];
    this.#announce();
  }

  /** Makes this the current run and keeps the one before for "undo". */
  #replace(run: Run): void {
    this.#previous?.model.dispose();
    this.#previous = this.#run;
    this.#run = run;
    this.#announce();
  }

  #announce(): void {
    this.#evaluator.stop(); // it is about the run before
    const run = this.#current();
    const { task } = run.model;
    if (task.id === "pairs") this.#ownPairs = task; // undo may have brought back an earlier set
    this.#post({ type: "ready", info: describeRun(run, this.#previous !== null) });
    this.#stage.enter(run);
    this.#listSnapshots(run);
    this.#keeper.follow(run);
    this.#firstEvaluation.start(run).catch((error: unknown) => this.#fail(error));
  }

  #current(): Run {
    if (!this.#run) throw new Error("session: a command came before the first configure");
    return this.#run;
  }

  // --- training -------------------------------------------------------------------------------------

  /** Starts training without waiting for its end. A shipped model gives way to fresh weights first. */
  async #train(loop: Loop): Promise<void> {
    if (this.#training.isOn) return;
    if (!this.#current().trainer) await this.#reset();
    this.#firstEvaluation.stop();
    takeSnapshot(this.#current()); // where it begins
    this.#training.start(this.#current(), loop);
  }

  /** Waits for the step, so that a second click makes a second one; while training goes on it means nothing. */
  async #trainOneStep(): Promise<void> {
    if (this.#training.isOn) return;
    await this.#train(trainOnce);
    await this.#training.untilStopped();
  }

  #takeEvaluation(run: Run, evaluation: Evaluation): void {
    this.#post({ type: "evaluation", runId: run.id, evaluation });
    takeSnapshot(run);
    this.#listSnapshots(run);
    this.#keeper.keepNow(run, "evaluated");
  }

  /** Not waited for, as training is not. */
  #evaluate(): void {
    if (this.#run) this.#evaluator.start(this.#run).catch((error: unknown) => this.#fail(error));
  }

  /** Looks back in the run that the page means: another may have come to the fore meanwhile. */
  #lookBack({ runId, step }: Extract<Command, { type: "showSnapshot" }>): void {
    if (this.#run?.id === runId) this.#stage.lookBack(this.#run, step);
  }

  #listSnapshots({ id: runId, snapshots }: Run): void {
    this.#post({ type: "snapshots", runId, steps: snapshots.steps });
  }

  // --- model files ----------------------------------------------------------------------------------

  #saveModel(): void {
    const saved = saveRun(this.#current());
    this.#ports.post({ type: "modelSaved", ...saved }, [saved.bytes.buffer]);
  }

  /** The present model stays, and goes on training, until the file has turned out to be a whole one. */
  async #openModel(file: Blob): Promise<void> {
    const { task, saved } = await openModel(file, this.#ownPairs);
    await this.#training.halt();
    this.#replace(this.#make.opened(task, saved));
  }

  /** Does something with a model file; a file that is no model changes nothing. */
  async #orRefuse(work: () => void | Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw error;
      this.#post({ type: "modelRefused", problem: error.problem });
    }
  }

  // --- a user's own pairs ---------------------------------------------------------------------------

  async #inspect(command: Extract<Command, { type: "inspectPairs" }>): Promise<void> {
    const report = await this.#pairs.inspect(command);
    if (report) this.#post({ type: "pairsInspected", requestId: command.requestId, report });
  }

  async #usePairs(command: Extract<Command, { type: "usePairs" }>): Promise<void> {
    const { requestId, config, weights } = command;
    const task = await this.#pairs.take(requestId);
    if (!task) return this.#post({ type: "failed", failure: { kind: "pairsMissing" } });
    if (weights === "kept" && (await this.#resume(task, config))) return;
    await this.#training.halt();
    this.#replace(this.#make.fresh(task, config));
  }

  // --- reporting ------------------------------------------------------------------------------------

  #post(event: Event): void {
    this.#ports.post(event);
  }

  #fail(error: unknown): void {
    this.#post({ type: "failed", failure: describeError(error) });
  }
}
