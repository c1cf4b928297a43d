/** The state machine of a lane: requests in, events out. It uses no Worker, so tests run it in Node. */
import { type Config, withLiveFields } from "../../engine/setup/config";
import type { Evaluation } from "../../engine/results/history";
import type { Show } from "../../engine/show";
import type { Arithmetic } from "../../engine/training/learner";
import type { RunStore } from "../../storage/runs";
import { describeError } from "../describeError";
import type { Command, Event, LaneId, Request, RequestId } from "../protocol";
import { Autosave } from "../run/autosave";
import { type BakedModel, describeRun, type Run, takeSnapshot } from "../run/run";
import { type RunAutosave, SAVED_RUNS } from "../run/savedRun";
import { Evaluator } from "./evaluateRun";
import { listSnapshots, recordEvaluation } from "./recordEvaluation";
import { FirstEvaluation } from "./firstEvaluation";
import { orRefuse } from "./modelRefusal";
import type { Turn } from "./lockstep";
import { NewRuns } from "./newRuns";
import type { OwnPairs } from "./ownPairs";
import { isQuestion, Questions } from "./questions";
import { DeviceLostError } from "../../engine/deviceLost";
import { RunHistory } from "./runHistory";
import { sendFile } from "./sendWeights";
import { ShownExample } from "./shownExample";
import { type Loop, Training } from "./training";
import { trainLoop, trainOnce } from "./trainLoop";

export interface SessionPorts {
  readonly post: (event: Event, transfer?: ArrayBuffer[]) => void;
  /** The shipped model of a set-up; null where the page has none. Rejects where it cannot be read. */
  readonly loadBaked: (config: Config) => Promise<BakedModel | null>;
  /** What computes the models; known from the first request on. */
  readonly arithmetic: () => Arithmetic;
  /** Holds the saved run of this lane. */
  readonly store: RunStore;
  readonly pairs: OwnPairs;
  /** The active run of a lane; null: it has none. */
  readonly runOf: (lane: LaneId) => Run | null;
  /** This lane's part in the lockstep of all lanes. */
  readonly turn: Turn;
  /** Called when work fails because the device of the models is lost. */
  readonly deviceLost: () => void;
  readonly yieldToMessages: () => Promise<void>;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly now: () => number; // ms
}

export type LaneRequest = Pick<Request, "id" | "command">;

type CommandOf<T extends Command["type"]> = Extract<Command, { readonly type: T }>;

/** A request that makes a run active, and what to show of it. */
interface Arrival {
  readonly requestId: RequestId;
  readonly show: Show | null; // null: the shown example does not change
  /** Whether training starts at once and shows its own traces; another one before them would only flash. */
  readonly isToTrain?: boolean;
}

/** Commands that may take long, so that later requests do not wait for them. */
const NOT_AWAITED: readonly Command["type"][] = ["inspectPairs", "evaluate", "exposure"];

export class Session {
  readonly #ports: SessionPorts;
  readonly #runs = new RunHistory();
  readonly #shown = new ShownExample((event, transfer) => this.#ports.post(event, transfer));
  readonly #autosave: RunAutosave;
  readonly #training: Training;
  readonly #evaluator: Evaluator;
  readonly #firstEvaluation: FirstEvaluation;
  readonly #questions: Questions;
  readonly #new: NewRuns;
  #queue: Promise<void> = Promise.resolve();
  #latestShow: RequestId = 0;

  constructor(ports: SessionPorts) {
    const { store, now, yieldToMessages } = ports;
    this.#ports = ports;
    const report = (problem: Extract<Event, { type: "keeping" }>["problem"]): void =>
      this.#post({ type: "keeping", problem });
    this.#autosave = new Autosave({ records: SAVED_RUNS, store, now, report });
    const evaluated = async (run: Run, evaluation: Evaluation): Promise<void> => {
      await recordEvaluation(run, evaluation, ports.post);
      await this.#autosave.saveIfDue(run, "evaluated");
    };
    this.#training = new Training({
      ...ports,
      evaluated,
      decodeTrace: (run) => this.#shown.decodeUpdate(run, this.#training.rows),
      saveIfDue: (run, collect) => this.#autosave.saveIfDue(run, "between", collect),
      ended: async (run) => {
        (await this.#shown.decodeUpdate(run, this.#training.rows))();
        await this.#autosave.save(run);
      },
      fail: (error) => void this.#fail(error),
    });
    this.#new = new NewRuns({
      ...ports,
      autosave: this.#autosave,
      halt: () => this.#training.halt(),
    });
    this.#evaluator = new Evaluator({
      yieldToMessages,
      report: (runId, stage) => this.#post({ type: "evaluating", runId, stage }),
    });
    this.#firstEvaluation = new FirstEvaluation({ yieldToMessages, evaluated });
    this.#questions = new Questions(ports, this.#shown.snapshotFor);
  }

  /** Queues a request behind earlier ones; "pause" takes effect at once. */
  take(request: LaneRequest): Promise<void> {
    if (request.command.type === "pause") this.#training.stop(); // between two updates
    this.#ports.pairs.note(request.command);
    if (request.command.type === "show") this.#latestShow = request.id;
    this.#questions.note(request);
    this.#new.note(request);
    this.#queue = this.#queue.then(() => this.#begin(request));
    return this.#queue;
  }

  /** Waits until the command is carried out, unless later requests may overtake it. */
  async #begin(request: LaneRequest): Promise<void> {
    const work = this.#execute(request)
      .catch((error: unknown) => this.#fail(error))
      .then(() => this.#post({ type: "done", requestId: request.id }));
    if (!NOT_AWAITED.includes(request.command.type)) await work;
  }

  async #execute({ id, command }: LaneRequest): Promise<void> {
    if (isQuestion(command)) return this.#questions.answer(this.#runs.active, id, command);
    switch (command.type) {
      case "configure":
        return this.#replace(await this.#new.configured(command), { requestId: id, ...command });
      case "usePairs":
        return this.#replace(await this.#new.ofPairs(command), { requestId: id, ...command });
      case "inspectPairs":
      case "cancelInspection":
      case "exportPairs":
        return this.#ports.pairs.answer(id, command, this.#ports);
      case "adjust":
        return this.#adjust(command.config);
      case "train":
        return this.#train(id, trainLoop);
      case "trainOneStep":
        return this.#trainOneStep(id, trainOnce);
      case "walkUpdate":
        return this.#trainOneStep(id, this.#questions.walk.loopFor(id));
      case "pause":
        return this.#training.halt();
      case "watchTraining":
        return this.#training.watch(command.view);
      case "useBest":
        return this.#useBest(id);
      case "reset":
        return this.#reset(id);
      case "undo":
        return this.#goTo(id, () => this.#runs.undo());
      case "redo":
        return this.#goTo(id, () => this.#runs.redo());
      case "saveModel":
        return orRefuse(id, this.#ports.post, () =>
          sendFile(this.#runs.active, id, this.#ports.post),
        );
      case "openModel":
        return orRefuse(id, this.#ports.post, async () =>
          this.#replace(await this.#new.opened(command.file), { requestId: id, show: null }),
        );
      case "show":
        return this.#show(id, command);
      case "readParameters":
        return this.#questions.answer(this.#runs.active, id, command);
      case "copyRun":
        return this.#replace(await this.#new.copied(id, command), { requestId: id, ...command });
      case "close":
        return this.#close();
      case "evaluate":
        return this.#evaluator.start(this.#runs.active);
      case "stopEvaluating":
        return this.#evaluator.stop();
      default:
        return command satisfies never;
    }
  }

  // --- runs -----------------------------------------------------------------------------------------

  async #close(): Promise<void> {
    this.#evaluator.stop();
    this.#questions.exposure.stop();
    this.#firstEvaluation.stop();
    await this.#training.halt();
    this.#runs.clear();
    this.#ports.turn.forget();
    this.#autosave.forget();
  }

  #adjust(config: Config): void {
    const run = this.#runs.active;
    if (run) run.config = withLiveFields(run.config, config);
  }

  async #reset(requestId: RequestId, isToTrain = false): Promise<void> {
    await this.#training.halt();
    const { model, config } = this.#current();
    const run = this.#new.make.fresh(model.task, config);
    await this.#replace(run, { requestId, show: null, isToTrain });
  }

  async #useBest(requestId: RequestId): Promise<void> {
    await this.#training.halt();
    const run = this.#current();
    if (run.best === null || run.best.step === run.model.steps) return;
    await this.#replace(this.#new.make.fromBest(run, run.best), { requestId, show: null });
  }

  /** Undoes or redoes. Without a run to go to, nothing changes. */
  async #goTo(requestId: RequestId, move: () => boolean): Promise<void> {
    await this.#training.halt();
    if (move()) await this.#announce({ requestId, show: null });
  }

  /** Makes a new run active and holds the previous ones for "undo". Null: nothing changes. */
  async #replace(run: Run | null, arrival: Arrival): Promise<void> {
    if (!run) return;
    this.#runs.push(run);
    this.#ports.turn.forget();
    await this.#announce(arrival);
  }

  async #announce({ requestId, show, isToTrain = false }: Arrival): Promise<void> {
    this.#evaluator.stop(); // it evaluates the previous run
    this.#questions.exposure.stop();
    const run = this.#current();
    const { task } = run.model;
    if (task.id === "pairs" && run.heldOut.length > 0) this.#ports.pairs.inUse = task; // after undo, this may be an earlier set of pairs
    const isShown = show !== null || this.#shown.isOf(run);
    const info = describeRun(run, this.#runs.ways);
    this.#post({ type: "ready", requestId, info, isShown });
    if (isShown) await this.#shown.enter(run, requestId, show, !isToTrain);
    listSnapshots(run, this.#ports.post);
    await this.#autosave.activate(run);
    this.#firstEvaluation.start(run).catch((error: unknown) => this.#fail(error));
  }

  /** The active run; null: there is none. */
  get run(): Run | null {
    return this.#runs.active;
  }

  #current(): Run {
    if (!this.#runs.active)
      throw new Error("session: expected a run, got a request before the first configure");
    return this.#runs.active;
  }

  /** An earlier step belongs to the run with `runId`; for any other run, the current weights are shown. */
  async #show(requestId: RequestId, { show, runId }: CommandOf<"show">): Promise<void> {
    await this.#ports.yieldToMessages(); // newer requests that arrived during the last decode count first
    if (requestId < this.#latestShow) return; // while a slider moves, only its latest position counts
    const run = this.#runs.active;
    if (!run) return; // the first model could not be made; the page has that failure already
    const weightsOf = run.id === runId ? show.weightsOf : "present";
    await this.#shown.show(run, { ...show, weightsOf }, requestId, this.#training.rows);
  }

  // --- training -------------------------------------------------------------------------------------

  /** Starts training and does not wait for its end. A shipped model gives way to fresh weights first. */
  async #train(requestId: RequestId, loop: Loop): Promise<void> {
    if (this.#training.isOn || this.#current().heldOut.length === 0) return; // a file without its pairs
    if (!this.#current().trainer) await this.#reset(requestId, true);
    this.#firstEvaluation.stop();
    await takeSnapshot(this.#current()); // the first step of the replay
    this.#training.start(this.#current(), loop);
  }

  /** Waits for the update, so that a second click makes another. During training it does nothing. */
  async #trainOneStep(requestId: RequestId, loop: Loop): Promise<void> {
    if (this.#training.isOn) return;
    await this.#train(requestId, loop);
    await this.#training.untilStopped();
  }

  // --- reporting ------------------------------------------------------------------------------------

  #post(event: Event): void {
    this.#ports.post(event);
  }

  /** A WebGL context reports its loss in the next task only; the failure may follow from it, and is not posted then. */
  async #fail(error: unknown): Promise<void> {
    if (error instanceof DeviceLostError) return this.#ports.deviceLost();
    await this.#ports.yieldToMessages();
    this.#post({ type: "failed", failure: describeError(error) });
  }
}
