/** Carries out the commands about the networks that only read or only write, in order, and posts events. */
import { type AloneConfig, type AloneKind } from "../../engine/alone/aloneConfig";
import { aloneFileName, readAloneFile, writeAloneFile } from "../../engine/alone/aloneFile";
import type { NameFile } from "../../engine/alone/nameFile";
import { type Listed, nameTask } from "../../engine/alone/names";
import { keepsModel } from "../../engine/alone/sameModel";
import { shippedNames } from "../../engine/alone/shippedNames";
import { hasShippedNetwork, SHIPPED_NETWORKS } from "../../engine/alone/shippedNetworks";
import { ModelFileError } from "../../engine/files/modelProblem";
import { thinned } from "../../engine/results/thinned";
import { evaluateAlone } from "../../engine/fused/alone/evaluate";
import { readName } from "../../engine/fused/alone/read";
import { writeNames } from "../../engine/fused/alone/write";
import type { Ops } from "../../engine/fused/ops";
import type { AloneCommand, AloneEvent, AloneStop, WriteWish } from "../aloneProtocol";
import { type AloneRun, describeAlone, type NamesInUse, startRun } from "./aloneRun";
import { judgedNames } from "./judged";

export interface AlonePorts {
  readonly ops: Ops;
  readonly post: (event: AloneEvent) => void;
  /** The file of the shipped lists. */
  readonly loadNames: () => Promise<NameFile>;
  /** The file of the shipped network of this kind; null: it cannot be loaded. */
  readonly loadNetwork: (kind: AloneKind) => Promise<Uint8Array | null>;
  readonly yieldToMessages: () => Promise<void>;
  readonly now: () => number; // ms
}

const EVALUATE_EVERY = 50; // updates
const REPORT_EVERY_MS = 100;

export class AloneSession {
  readonly #ports: AlonePorts;
  /** The newest run of each kind, so that the classifier judges what the generator writes. */
  readonly #runs = new Map<AloneKind, AloneRun>();
  #kind: AloneKind = "classifier";
  #own: readonly Listed[] | null = null;
  #text: string | null = null; //     the name to read after every evaluation
  #wish: WriteWish | null = null; // what to write after every evaluation
  #training: Promise<void> = Promise.resolve();
  #isOn = false;
  #queue: Promise<void> = Promise.resolve();

  constructor(ports: AlonePorts) {
    this.#ports = ports;
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
        return this.#open(command.config, command.own, command.isShipped);
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
        return this.#announce(await this.#fresh(this.#current().config));
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

  async #open(
    config: AloneConfig,
    own: readonly Listed[] | null,
    isShipped = false,
  ): Promise<void> {
    await this.#halt();
    const isSameList = own === null || own === this.#own;
    if (own) this.#own = own;
    const kept = this.#runs.get(config.alone);
    const fits = kept && isSameList && keepsModel(kept.config, config);
    const run =
      fits && (!isShipped || kept.isShipped)
        ? kept
        : ((await this.#shipped(config)) ?? (await this.#fresh(config)));
    run.config = config;
    if (run.isShipped && config.alone === "generator") await this.#addJudge();
    await this.#announce(run);
  }

  /** The shipped network of these settings; null: there is none. */
  async #shipped(config: AloneConfig): Promise<AloneRun | null> {
    const file = hasShippedNetwork(config) ? await this.#ports.loadNetwork(config.alone) : null;
    if (!file) return null;
    const saved = readAloneFile(file);
    return startRun(this.#ports.ops, await this.#namesOf(config), config, {
      ...saved,
      isShipped: true,
    });
  }

  /** Names of a shipped generator are judged by the shipped classifier, where the student has trained none. */
  async #addJudge(): Promise<void> {
    if (this.#runs.has("classifier")) return;
    const judge = await this.#shipped(SHIPPED_NETWORKS.classifier);
    if (judge) this.#runs.set("classifier", judge);
  }

  async #fresh(config: AloneConfig): Promise<AloneRun> {
    return startRun(this.#ports.ops, await this.#namesOf(config), config);
  }

  async #namesOf({ names, accents }: AloneConfig): Promise<NamesInUse> {
    if (names === "own") return { task: nameTask(this.#own ?? [], accents), source: null };
    const file = await this.#ports.loadNames();
    return { task: nameTask(shippedNames(file, names), accents), source: file.source };
  }

  async #announce(run: AloneRun, isFile = false): Promise<void> {
    const { alone } = run.config;
    const replaced = this.#runs.get(alone);
    if (replaced && replaced !== run) replaced.trainer.learner.dispose();
    this.#runs.set(alone, run);
    this.#kind = alone;
    if (run.evaluations.length === 0) run.evaluations.push(await evaluateAlone(run.trainer));
    this.#ports.post({ type: "opened", info: describeAlone(run), isFile });
    await this.#showAgain();
  }

  #current(): AloneRun {
    const run = this.#runs.get(this.#kind);
    if (!run) throw new Error("names: expected a model, got a command before the first open");
    return run;
  }

  // --- training -----------------------------------------------------------------------------------------------------

  /** A shipped network gives way to a fresh one: its optimizer's memory and its dropout's stream are not in its file. */
  async #replaceShipped(): Promise<void> {
    const run = this.#current();
    if (run.isShipped) await this.#announce(await this.#fresh(run.config));
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
      }
      if (isDue) await this.#evaluate(run);
      await this.#ports.yieldToMessages();
    }
    await this.#report(run);
    await this.#evaluate(run);
    return trainer.steps >= end ? "cap" : "paused";
  }

  async #updateOnce(): Promise<void> {
    if (this.#isOn) return;
    await this.#replaceShipped();
    const run = this.#current();
    await run.trainer.step(run.config);
    await this.#report(run);
    await this.#evaluate(run);
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
    const run = this.#runs.get("classifier");
    if (!run || this.#text === null || this.#text.trim() === "") return;
    const reading = await readName(run.trainer, this.#text.trim());
    this.#ports.post({ type: "read", step: run.trainer.steps, reading });
  }

  async #write(): Promise<void> {
    const run = this.#runs.get("generator");
    const wish = this.#wish;
    if (!run || !wish || wish.label >= run.trainer.task.classes.length) return;
    const labels = Array.from({ length: 1 + wish.more }, () => wish.label);
    const written = await writeNames(run.trainer, { ...wish, labels });
    const judged = await judgedNames(this.#runs.get("classifier"), run, written);
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

  /** Opens a model whose names this page has: those that ship with it, or the student's own ones. */
  async #openFile(file: Blob): Promise<void> {
    await this.#halt();
    try {
      const saved = readAloneFile(new Uint8Array(await file.arrayBuffer()));
      const names = await this.#namesOf(saved.config);
      const hasItsNames =
        names.task.classes.join("\n") === saved.classes.join("\n") &&
        names.task.vocabulary.tokens.join("\n") === saved.letters.join("\n");
      if (!hasItsNames)
        throw new ModelFileError({ kind: "noConfig", entry: "letters", detail: "other names" });
      await this.#announce(startRun(this.#ports.ops, names, saved.config, saved), true);
    } catch (error) {
      if (!(error instanceof ModelFileError)) throw error;
      this.#ports.post({ type: "refused", problem: error.problem });
    }
  }
}
