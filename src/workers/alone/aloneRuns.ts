/** Where the runs of a session come from: the one in use, the saved one, the shipped one, a file, or fresh weights. */
import type { AloneConfig, AloneKind } from "../../engine/alone/aloneConfig";
import { readAloneFile, type SavedNetwork } from "../../engine/alone/aloneFile";
import { identityOfNames, type Listed, nameTask } from "../../engine/alone/names";
import { keepsModel } from "../../engine/alone/sameModel";
import { shippedNames } from "../../engine/alone/shippedNames";
import { hasShippedNetwork, SHIPPED_NETWORKS } from "../../engine/alone/shippedNetworks";
import { ModelFileError } from "../../engine/files/modelProblem";
import type { AloneCommand } from "../aloneProtocol";
import { Autosave } from "../run/autosave";
import { type AloneRun, type Begun, type NamesInUse, startRun } from "./aloneRun";
import type { AlonePorts } from "./aloneSession";
import { ALONE_RECORDS, type AloneAutosave } from "./savedAlone";

type Open = Extract<AloneCommand, { readonly type: "open" }>;

/** The run that an "open" asks for, and what became of the student's own names. */
export interface Opened {
  readonly run: AloneRun;
  /** Names that the page does not have, because only the saved run has kept them. */
  readonly own?: readonly Listed[];
  /** Whether the page and the saved run both lack the names that the page asked for; the run then has shipped names. */
  readonly lacksOwn?: boolean;
}

export class AloneRuns {
  readonly #ports: AlonePorts;
  /** The newest run of each kind, so that the classifier judges what the generator writes. */
  readonly #inUse = new Map<AloneKind, AloneRun>();
  readonly #autosaves: Readonly<Record<AloneKind, AloneAutosave>>;
  #own: readonly Listed[] | null = null;
  #made = 0;

  constructor(ports: AlonePorts) {
    this.#ports = ports;
    const { now, post } = ports;
    const autosaveOf = (kind: AloneKind): AloneAutosave =>
      new Autosave({
        records: ALONE_RECORDS,
        store: ports.storeOf(kind),
        now,
        report: (problem) => post({ type: "keeping", problem }),
      });
    this.#autosaves = { classifier: autosaveOf("classifier"), generator: autosaveOf("generator") };
  }

  of(kind: AloneKind): AloneRun | undefined {
    return this.#inUse.get(kind);
  }

  autosaveOf({ config }: AloneRun): AloneAutosave {
    return this.#autosaves[config.alone];
  }

  /** Puts a run in the place of the one of its kind. */
  use(run: AloneRun): void {
    const { alone } = run.config;
    const replaced = this.#inUse.get(alone);
    if (replaced && replaced !== run) replaced.trainer.learner.dispose();
    this.#inUse.set(alone, run);
  }

  async opened({ config, own, isShipped = false }: Open): Promise<Opened> {
    if (own) this.#own = own;
    if (config.names === "own" && this.#own === null) return this.#withSavedNames(config);
    return { run: await this.#ofNames(config, isShipped) };
  }

  /** After a reload only the record has the student's names. Without it, the run is of shipped names. */
  async #withSavedNames(config: AloneConfig): Promise<Opened> {
    const run = await this.#resumed(config.alone, { config, names: null });
    if (!run?.own) return { run: await this.#ofNames({ ...config, names: "latin" }), lacksOwn: true };
    this.#own = run.own;
    return { run, own: run.own };
  } // prettier-ignore

  async #ofNames(config: AloneConfig, isShipped = false): Promise<AloneRun> {
    const names = await this.#namesOf(config);
    const inUse = this.#inUse.get(config.alone);
    const fits = inUse && keepsModel(inUse.config, config) && isOf(inUse, names);
    if (fits && inUse.isShipped === isShipped) return inUse;
    const wanted = { config, names };
    const saved = isShipped ? null : await this.#resumed(config.alone, wanted);
    if (saved) return saved;
    if (fits && inUse.isShipped) return inUse;
    return (await this.#shipped(config)) ?? this.#start(names, config);
  }

  async #resumed(
    kind: AloneKind,
    wanted: Parameters<AloneAutosave["load"]>[0],
  ): Promise<AloneRun | null> {
    const saved = await this.#autosaves[kind].load(wanted);
    if (!saved) return null;
    const config = wanted.config ?? saved.config;
    const names = wanted.names ?? ownNames(saved.own ?? [], config);
    return this.#start(names, config, saved);
  }

  /** The shipped network of these settings; null: there is none. */
  async #shipped(config: AloneConfig): Promise<AloneRun | null> {
    const file = hasShippedNetwork(config) ? await this.#ports.loadNetwork(config.alone) : null;
    if (!file) return null;
    const trained = readAloneFile(file);
    return this.#start(await this.#namesOf(config), config, { trained, isShipped: true });
  }

  /** Lets a classifier judge the names of a generator where none is in use: of a shipped one the shipped, else the saved. */
  async addJudge(writer: AloneRun): Promise<void> {
    if (writer.config.alone !== "generator" || this.#inUse.has("classifier")) return;
    const { trainer, source, own } = writer;
    const wanted = { config: null, names: { task: trainer.task, source, own } };
    const judge = writer.isShipped
      ? await this.#shipped(SHIPPED_NETWORKS.classifier)
      : await this.#resumed("classifier", wanted);
    if (judge) this.use(judge);
  }

  async fresh(config: AloneConfig): Promise<AloneRun> {
    return this.#start(await this.#namesOf(config), config);
  }

  /** @throws ModelFileError unless this page has the model's names: those that ship with it, or the student's own ones */
  async ofFile(saved: SavedNetwork): Promise<AloneRun> {
    const names = await this.#namesOf(saved.config);
    const { classes, vocabulary } = names.task;
    const hasItsNames =
      classes.join("\n") === saved.classes.join("\n") &&
      vocabulary.tokens.join("\n") === saved.letters.join("\n");
    if (!hasItsNames) throw new ModelFileError({ kind: "otherVocabulary", side: "source" });
    return this.#start(names, saved.config, { trained: saved });
  }

  #start(names: NamesInUse, config: AloneConfig, begun?: Begun): AloneRun {
    return startRun({ ops: this.#ports.ops, id: ++this.#made }, names, config, begun);
  }

  async #namesOf(config: AloneConfig): Promise<NamesInUse> {
    if (config.names === "own") return ownNames(this.#own ?? [], config);
    const file = await this.#ports.loadNames();
    const task = nameTask(shippedNames(file, config.names), config.accents);
    return { task, source: file.source, own: null };
  }
}

function ownNames(own: readonly Listed[], { accents }: AloneConfig): NamesInUse {
  return { task: nameTask(own, accents), source: null, own };
}

function isOf(run: AloneRun, { task }: NamesInUse): boolean {
  return identityOfNames(run.trainer.task) === identityOfNames(task);
}
