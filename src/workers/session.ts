/** Commands in, events out: the worker's state machine. It knows no Worker, so tests run it in Node. */
import { type Config, decodesOtherwise, withLiveFields } from "../engine/config";
import { ModelFileError } from "../engine/modelProblem";
import { GENERATED_TASKS } from "../engine/tasks/byId";
import type { Task } from "../engine/tasks/task";
import { Evaluator } from "./evaluateRun";
import { trainLoop, trainOnce, type LoopPorts } from "./loop";
import { openModel, saveRun } from "./modelFiles";
import type { Command, Event, Failure, StopReason } from "./protocol";
import { PairsReader } from "./pairsReader";
import { bakedRun, type BakedModel, describeRun, freshRun, openedRun, type Run } from "./run";
import { type PinnedExample, resolveExample, traceBuffers, traceRun } from "./showExample";

/** What the session needs from the world. */
export interface SessionPorts {
  readonly post: (event: Event, transfer?: ArrayBuffer[]) => void;
  /** The shipped model for a set-up, or null where none was shipped. Rejects where it cannot be read. */
  readonly loadBaked: (config: Config) => Promise<BakedModel | null>;
  readonly breathe: () => Promise<void>;
  readonly now: () => number; // ms
}

export type SessionCommand = Exclude<Command, { readonly type: "start" }>;

/** Returns the function that takes commands; they are carried out in order, "pause" at once. */
export function createSession(ports: SessionPorts): (command: SessionCommand) => Promise<void> {
  const session = new Session(ports);
  return (command) => session.take(command);
}

type Loop = (run: Run, ports: LoopPorts) => Promise<StopReason>;

const FIRST_EXAMPLE = { example: { kind: "heldOut", index: 0 } } as const;

class Session {
  readonly #ports: SessionPorts;
  #run: Run | null = null;
  #previous: Run | null = null; // what "undo" brings back
  #pinned: PinnedExample = { ...FIRST_EXAMPLE, teacherForcing: false };
  #pinnedFor: Task | null = null;
  readonly #pairs: PairsReader;
  readonly #evaluator: Evaluator;
  #ownPairs: Task | null = null;
  #runs = 0;
  #training: Promise<void> | null = null;
  #halted = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(ports: SessionPorts) {
    this.#ports = ports;
    this.#pairs = new PairsReader(ports.breathe);
    this.#evaluator = new Evaluator({
      breathe: ports.breathe,
      report: (runId, stage) => this.#post({ type: "evaluating", runId, stage }),
    });
  }

  /** Queues a command behind those that are still under way. */
  take(command: SessionCommand): Promise<void> {
    if (command.type === "pause") this.#halted = true; // not queued: it must be heard between two steps
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
        return this.#halt();
      case "reset":
        return this.#reset();
      case "undo":
        return this.#undo();
      case "saveModel":
        return this.#orRefuse(() => this.#saveModel());
      case "openModel":
        return this.#orRefuse(() => this.#openModel(command.file));
      case "decode":
        return this.#decode(command);
      case "evaluate":
        this.#evaluator.start(this.#current()).catch((error: unknown) => this.#fail(error));
        return; // not waited for, as training is not
      case "stopEvaluating":
        return this.#evaluator.stop();
      case "inspectPairs":
        this.#inspect(command).catch((error: unknown) => this.#fail(error));
        return; // not waited for: it may take long
      case "usePairs":
        return this.#usePairs(command.requestId, command.config);
      default:
        return command satisfies never;
    }
  }

  // --- runs -----------------------------------------------------------------------------------------

  async #configure(config: Config, weights: "baked" | "fresh"): Promise<void> {
    const task = config.task === "pairs" ? this.#ownPairs : GENERATED_TASKS[config.task];
    if (!task) return this.#post({ type: "failed", failure: { kind: "pairsMissing" } });
    const baked = weights === "baked" ? await this.#loadBaked(config) : null;
    await this.#halt();
    const id = ++this.#runs;
    this.#replace(baked ? bakedRun(id, task, config, baked) : freshRun(id, task, config));
  }

  /** A shipped model that cannot be read is reported and not missed: fresh weights take its place. */
  async #loadBaked(config: Config): Promise<BakedModel | null> {
    try {
      return await this.#ports.loadBaked(config);
    } catch (error) {
      this.#post({
        type: "failed",
        failure: { kind: "bakedMissing", task: config.task, detail: String(error) },
      });
      return null;
    }
  }

  #adjust(config: Config): void {
    const run = this.#run;
    if (!run) return; // the first model could not be made, which has been said
    const before = run.config;
    run.config = withLiveFields(before, config);
    if (decodesOtherwise(before, run.config)) this.#show();
  }

  async #reset(): Promise<void> {
    await this.#halt();
    const run = this.#current();
    this.#replace(freshRun(++this.#runs, run.model.task, run.config));
  }

  /** Changes places with the run before; undoing twice brings back the first. */
  async #undo(): Promise<void> {
    await this.#halt();
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
    const { task } = this.#current().model;
    // Another task's source means nothing here.
    if (task !== this.#pinnedFor) this.#pinned = { ...this.#pinned, ...FIRST_EXAMPLE };
    this.#pinnedFor = task;
    if (task.id === "pairs") this.#ownPairs = task; // undo may have brought back an earlier set
    this.#post({ type: "ready", info: describeRun(this.#current(), this.#previous !== null) });
    this.#show();
  }

  #current(): Run {
    if (!this.#run) throw new Error("session: a command came before the first configure");
    return this.#run;
  }

  // --- training -------------------------------------------------------------------------------------

  /** Starts training without waiting for its end. A shipped model gives way to fresh weights first. */
  async #train(loop: Loop): Promise<void> {
    if (this.#training) return;
    if (!this.#current().trainer) await this.#reset();
    const run = this.#current();
    this.#halted = false;
    this.#post({ type: "started", runId: run.id });
    this.#training = this.#trainToEnd(run, loop);
  }

  /** Waits for the step, so that a second click makes a second one; while training goes on it means nothing. */
  async #trainOneStep(): Promise<void> {
    if (this.#training) return;
    await this.#train(trainOnce);
    await this.#untilStopped();
  }

  #untilStopped(): Promise<void> {
    return this.#training ?? Promise.resolve();
  }

  async #trainToEnd(run: Run, loop: Loop): Promise<void> {
    try {
      const reason = await loop(run, this.#loopPorts(run));
      this.#training = null; // before anybody hears of the end and asks for more
      this.#show();
      this.#post({ type: "stopped", runId: run.id, reason });
    } catch (error) {
      this.#training = null;
      this.#fail(error);
    }
  }

  /** Ends training, if it goes on, and waits for the end. */
  async #halt(): Promise<void> {
    this.#halted = true;
    await this.#untilStopped();
  }

  #loopPorts(run: Run): LoopPorts {
    const runId = run.id;
    return {
      now: this.#ports.now,
      breathe: this.#ports.breathe,
      isHalted: () => this.#halted,
      report: (losses, pairsPerSecond) =>
        this.#post({ type: "progress", runId, losses, pairsPerSecond }),
      reportEvaluation: (evaluation) => this.#post({ type: "evaluation", runId, evaluation }),
      showPinned: () => this.#show(),
    };
  }

  // --- decoding -------------------------------------------------------------------------------------

  /** Pins an example that the model can read; one that it cannot is refused, and the pinned one stays. */
  #decode({ example, teacherForcing }: PinnedExample): void {
    if (!this.#run) return; // the first model could not be made, which has been said
    const resolved = resolveExample(this.#run, example);
    if ("problem" in resolved) {
      const text = example.kind === "typed" ? example.text : "";
      return this.#post({ type: "sourceRejected", text, problem: resolved.problem });
    }
    this.#pinned = { example, teacherForcing };
    this.#show();
  }

  /** Decodes the pinned example with the present weights. */
  #show(): void {
    const run = this.#current();
    const { example, teacherForcing } = this.#pinned;
    const resolved = resolveExample(run, example);
    if ("problem" in resolved) return; // nothing was held out
    const trace = traceRun(run, resolved, teacherForcing);
    this.#ports.post({ type: "trace", runId: run.id, example, trace }, traceBuffers(trace));
  }

  // --- model files ----------------------------------------------------------------------------------

  #saveModel(): void {
    const saved = saveRun(this.#current());
    this.#ports.post({ type: "modelSaved", ...saved }, [saved.bytes.buffer]);
  }

  /** The present model stays, and goes on training, until the file has turned out to be a whole one. */
  async #openModel(file: Blob): Promise<void> {
    const { task, saved } = await openModel(file, this.#ownPairs);
    await this.#halt();
    this.#replace(openedRun(++this.#runs, task, saved));
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

  async #usePairs(requestId: number, config: Config): Promise<void> {
    const task = await this.#pairs.take(requestId);
    if (!task) return this.#post({ type: "failed", failure: { kind: "pairsMissing" } });
    await this.#halt();
    this.#replace(freshRun(++this.#runs, task, config));
  }

  // --- reporting ------------------------------------------------------------------------------------

  #post(event: Event): void {
    this.#ports.post(event);
  }

  #fail(error: unknown): void {
    this.#post({ type: "failed", failure: describeError(error) });
  }
}

/** Tensor libraries throw plain Errors; running out of memory is told by its words. */
export function describeError(error: unknown): Failure {
  const detail = error instanceof Error ? error.message : String(error);
  const memory =
    error instanceof RangeError || /out of memory|allocation failed|memory access/i.test(detail);
  return { kind: memory ? "outOfMemory" : "crash", detail };
}
