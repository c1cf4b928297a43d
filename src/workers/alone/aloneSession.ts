/** Carries out the commands about the networks that only read or only write, in order, and posts events. */
import type { AloneConfig, AloneKind } from "../../engine/alone/aloneConfig";
import { aloneFileName, readAloneFile, writeAloneFile } from "../../engine/alone/aloneFile";
import type { NameFile } from "../../engine/alone/nameFile";
import { ModelFileError } from "../../engine/files/modelProblem";
import { thinned } from "../../engine/results/thinned";
import { evaluateAlone } from "../../engine/fused/alone/evaluate";
import { readName } from "../../engine/fused/alone/read";
import { writeNames } from "../../engine/fused/alone/write";
import type { Ops } from "../../engine/fused/ops";
import type { RunStore } from "../../storage/runs";
import type { AloneCommand, AloneEvent, AloneStop, WriteWish } from "../aloneProtocol";
import { type AloneRun, describeAlone } from "./aloneRun";
import { AloneRuns, type Opened } from "./aloneRuns";
import { judgedNames } from "./judged";

export interface AlonePorts {
  readonly ops: Ops;
  readonly post: (event: AloneEvent) => void;
  /** The file of the shipped lists. */
  readonly loadNames: () => Promise<NameFile>;
  /** The file of the shipped network of this kind; null: it cannot be loaded. */
  readonly loadNetwork: (kind: AloneKind) => Promise<Uint8Array | null>;
  /** Holds the saved run of this kind. */
  readonly storeOf: (kind: AloneKind) => RunStore;
  readonly yieldToMessages: () => Promise<void>;
  readonly now: () => number; // ms
}

type Arrival = Omit<Extract<AloneEvent, { readonly type: "opened" }>, "type" | "info">;

const EVALUATE_EVERY = 50; // updates
const REPORT_EVERY_MS = 100;

export class AloneSession {
  readonly #ports: AlonePorts;
  readonly #runs: AloneRuns;
  #kind: AloneKind = "classifier";
  #text: string | null = null; //     the name to read after every evaluation
  #wish: WriteWish | null = null; // what to write after every evaluation
  #training: Promise<void> = Promise.resolve();
  #isOn = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(ports: AlonePorts) {
    this.#ports = ports;
    this.#runs = new AloneRuns(ports);
  }

  /** Queues a command behind earlier ones; "pause" takes effect at once. */
  take(command: AloneCommand): Promise<void> {
    if (command.type === "pause") this.#isOn = false;
    this.#queue = this.#queue
      .then(() => this.#execute(command))
      .catch((error: unknown) => this.#ports.post({ type: "failed", detail: String(error) }));
    return this.#queue;
  }

  async #execute(command: AloneCommand): Promise<void> {
    switch (command.type) {
      case "open":
        await this.#halt();
        return this.#open(await this.#runs.opened(command), command.config);
      case "adjust":
        this.#current().config = command.config;
        return;
      case "train":
        return this.#start();
      case "pause":
        return this.#halt();
      case "update":
        return this.#updateOnce();
      case "reset":
        await this.#halt();
        return this.#replace(await this.#runs.fresh(this.#current().config), {});
      case "read":
        this.#text = command.text;
        return this.#read();
      case "write":
        this.#wish = command.wish;
        return this.#write();
      case "save":
        return this.#save();
      case "openFile":
        return this.#openFile(command.file);
      default:
        return command satisfies never;
    }
  }

  // --- runs ---------------------------------------------------------------------------------------------------------

  async #open({ run, ...arrival }: Opened, config: AloneConfig): Promise<void> {
    run.config = { ...config, names: run.config.names };
    await this.#runs.addJudge(run);
    await this.#announce(run, arrival);
    await this.#runs.autosaveOf(run).save(run); // names of the student's own are kept before the first update
  }

  /** Puts a run in the place of the present one, also for the next reload. */
  async #replace(run: AloneRun, arrival: Arrival): Promise<void> {
    await this.#announce(run, arrival);
    await this.#runs.autosaveOf(run).activate(run);
  }

  async #announce(run: AloneRun, arrival: Arrival): Promise<void> {
    this.#runs.use(run);
    this.#kind = run.config.alone;
    if (run.evaluations.length === 0) run.evaluations.push(await evaluateAlone(run.trainer));
    this.#ports.post({ type: "opened", info: describeAlone(run), ...arrival });
    await this.#showAgain();
  }

  #current(): AloneRun {
    const run = this.#runs.of(this.#kind);
    if (!run) throw new Error("names: expected a model, got a command before the first open");
    return run;
  }

  // --- training -----------------------------------------------------------------------------------------------------

  /** A shipped network gives way to a fresh one: its optimizer's memory and its dropout's stream are not in its file. */
  async #replaceShipped(): Promise<void> {
    const run = this.#current();
    if (run.isShipped) await this.#announce(await this.#runs.fresh(run.config), {});
  }

  /** Starts training and does not wait for its end. */
  async #start(): Promise<void> {
    if (this.#isOn) return;
    await this.#replaceShipped();
    this.#isOn = true;
    this.#ports.post({ type: "started" });
    this.#training = this.#loop(this.#current())
      .catch((error: unknown) => {
        this.#ports.post({ type: "failed", detail: String(error) });
        return "paused" as const;
      })
      .then((reason) => {
        this.#isOn = false;
        this.#ports.post({ type: "stopped", reason });
      });
  }

  async #halt(): Promise<void> {
    this.#isOn = false;
    await this.#training;
  }

  /** Trains until the last update or a pause. Training goes on from the last update for as many again. */
  async #loop(run: AloneRun): Promise<AloneStop> {
    const { trainer } = run;
    const { updates } = run.config;
    const end = (Math.floor(trainer.steps / updates) + 1) * updates;
    let reported = this.#ports.now();
    while (this.#isOn && trainer.steps < end) {
      await trainer.step(run.config);
      const isDue = trainer.steps % EVALUATE_EVERY === 0;
      if (isDue || this.#ports.now() - reported >= REPORT_EVERY_MS) {
        if (await this.#report(run)) return "diverged";
        reported = this.#ports.now();
        if (isDue) await this.#evaluate(run);
        await this.#runs.autosaveOf(run).saveIfDue(run, isDue ? "evaluated" : "between");
      }
      await this.#ports.yieldToMessages();
    }
    await this.#finish(run);
    return trainer.steps >= end ? "cap" : "paused";
  }

  async #updateOnce(): Promise<void> {
    if (this.#isOn) return;
    await this.#replaceShipped();
    const run = this.#current();
    await run.trainer.step(run.config);
    await this.#finish(run);
  }

  /** Reports, evaluates and saves the run as it is. */
  async #finish(run: AloneRun): Promise<void> {
    await this.#report(run);
    await this.#evaluate(run);
    await this.#runs.autosaveOf(run).save(run);
  }

  /** Reports the losses since the last report. @returns whether training has diverged */
  async #report(run: AloneRun): Promise<boolean> {
    const step = run.trainer.steps;
    const taken = await run.trainer.learner.takeLosses();
    const losses = taken.map((loss, i) => ({ step: step - taken.length + i + 1, loss }));
    run.losses = thinned([...run.losses, ...losses]);
    this.#ports.post({ type: "progress", step, losses });
    return taken.some((loss) => !Number.isFinite(loss));
  }

  async #evaluate(run: AloneRun): Promise<void> {
    if (run.evaluations.at(-1)?.step === run.trainer.steps) return;
    const evaluation = await evaluateAlone(run.trainer);
    run.evaluations.push(evaluation);
    this.#ports.post({ type: "evaluated", evaluation });
    await this.#showAgain();
  }

  // --- reading and writing ------------------------------------------------------------------------------------------

  async #showAgain(): Promise<void> {
    if (this.#kind === "classifier") await this.#read();
    else await this.#write();
  }

  async #read(): Promise<void> {
    const run = this.#runs.of("classifier");
    if (!run || this.#text === null || this.#text.trim() === "") return;
    const reading = await readName(run.trainer, this.#text.trim());
    this.#ports.post({ type: "read", step: run.trainer.steps, reading });
  }

  async #write(): Promise<void> {
    const run = this.#runs.of("generator");
    const wish = this.#wish;
    if (!run || !wish || wish.label >= run.trainer.task.classes.length) return;
    const labels = Array.from({ length: 1 + wish.more }, () => wish.label);
    const written = await writeNames(run.trainer, { ...wish, labels });
    const judged = await judgedNames(this.#runs.of("classifier"), run, written);
    this.#ports.post({ type: "written", step: run.trainer.steps, written: judged });
  }

  // --- files --------------------------------------------------------------------------------------------------------

  async #save(): Promise<void> {
    const { trainer, config } = this.#current();
    const { parameters } = await trainer.learner.save();
    const { classes, vocabulary } = trainer.task;
    const steps = trainer.steps;
    const model = { config, classes, letters: vocabulary.tokens, steps, parameters };
    const bytes = writeAloneFile(model);
    this.#ports.post({ type: "saved", fileName: aloneFileName(config, steps), bytes });
  }

  async #openFile(file: Blob): Promise<void> {
    await this.#halt();
    try {
      const saved = readAloneFile(new Uint8Array(await file.arrayBuffer()));
      await this.#replace(await this.#runs.ofFile(saved), { isFile: true });
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw error;
      this.#ports.post({ type: "refused", problem: error.problem });
    }
  }
}
