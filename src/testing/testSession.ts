/** A session under Node for tests, with commands and events but without a Worker. */
import { type Config, DEFAULT_CONFIG } from "../engine/setup/config";
import { DEFAULT_CORPUS_OPTIONS } from "../engine/corpus/report";
import { WORDS } from "./readInput";
import { modelShape } from "../engine/setup/modelShape";
import { initialParameters } from "../engine/setup/learnedParameters";
import { createRandom } from "../engine/rng";
import { reverse } from "../engine/tasks/reverse";
import type { Arithmetic } from "../engine/training/learner";
import type { RunStore } from "../storage/runs";
import { Outbox, type OutboxPorts } from "../workers/outbox";
import { yieldToMessages } from "../workers/yieldToMessages";
import type { Command, Event, Request, RequestId, RunInfo } from "../workers/protocol";
import { INITIAL_SHOW, type Show } from "../engine/show";
import type { BakedModel } from "../workers/run/run";
import type { SessionPorts } from "../workers/session/session";
import { createSessions } from "../workers/session/sessions";

type EventOf<T extends Event["type"]> = Extract<Event, { type: T }>;

/** The settings of a small model, whose steps are fast. */
export const SMALL: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  maxSteps: 100,
};

/** A made-up shipped model. */
export function shippedModel(config: Config): BakedModel {
  const shape = modelShape(config, reverse.sourceVocabulary.size, reverse.targetVocabulary.size);
  const parameters = initialParameters(shape, createRandom(99));
  return { parameters, steps: 777, losses: [{ step: 777, loss: 0.5 }], evaluations: [] };
}

/** A store that discards everything. */
const EMPTY_STORE: RunStore = {
  read: async () => undefined,
  write: async () => {},
  remove: async () => {},
};

type TestPorts = Partial<Pick<SessionPorts, "store" | "now"> & Pick<OutboxPorts, "isDeviceThere">>;

export class TestSession {
  readonly events: Event[] = [];
  #show: Show = INITIAL_SHOW;
  #runId: number | null = null;
  /** Loads shipped models; null unless a test replaces it. */
  loadBaked: SessionPorts["loadBaked"] = async () => null;
  readonly #take: (request: Request) => Promise<void>;
  #lastRequest: RequestId = 0;
  readonly #listeners: ((event: Event) => void)[] = [];

  constructor(arithmetic: Arithmetic, ports: TestPorts = {}) {
    const {
      store = EMPTY_STORE,
      now = () => performance.now(),
      isDeviceThere = () => true,
    } = ports;
    const outbox = new Outbox({
      send: ({ event }) => {
        this.events.push(event);
        if (event.type === "ready") this.#runId = event.info.runId;
        this.#listeners.forEach((listener) => listener(event));
      },
      backend: () => "webgpu",
      isDeviceThere,
      end: () => undefined,
    });
    this.#take = createSessions({
      deviceLost: outbox.closeAfterLoss,
      storeOf: () => outbox.guard(store),
      now,
      sleep: async () => undefined,
      arithmetic: () => arithmetic,
      post: outbox.post,
      loadBaked: (config) => this.loadBaked(config),
      yieldToMessages,
    });
  }

  send(command: Command): Promise<void> {
    return this.#take({ id: ++this.#lastRequest, lane: "a", command });
  }

  /** The id of the latest request. */
  get lastRequest(): RequestId {
    return this.#lastRequest;
  }

  of<T extends Event["type"]>(type: T): EventOf<T>[] {
    return this.events.filter((event): event is EventOf<T> => event.type === type);
  }

  latest<T extends Event["type"]>(type: T): EventOf<T> | undefined {
    return this.of(type).at(-1);
  }

  /** Calls the listener with every later event. */
  listen(listener: (event: Event) => void): void {
    this.#listeners.push(listener);
  }

  /** Resolves at the next event of this type. */
  next(type: Event["type"]): Promise<void> {
    return new Promise((resolve) => {
      this.listen((event) => event.type === type && resolve());
    });
  }

  /** The active run. */
  get info(): RunInfo {
    const info = this.latest("ready")?.info;
    if (!info) throw new Error("expected a ready event, got none");
    return info;
  }

  /** Every reported loss. */
  get losses(): number[] {
    return this.of("progress").flatMap(({ losses }) => losses.map(({ loss }) => loss));
  }

  async configure(
    config: Config = SMALL,
    weights: "kept" | "baked" | "fresh" = "fresh",
  ): Promise<RunInfo> {
    await this.send({ type: "configure", config, weights, show: this.#show });
    return this.info;
  }

  /** Trains single steps, each of which is evaluated. */
  async step(count = 1): Promise<void> {
    for (let i = 0; i < count; i++) await this.send({ type: "trainOneStep" });
  }

  /** Trains until it stops. */
  async train(): Promise<void> {
    const stopped = this.next("stopped");
    await this.send({ type: "train" });
    await stopped;
  }

  /** Inspects pairs, and waits for the report. */
  async inspectPairs(inspection: number, given: Blob | string): Promise<void> {
    const inspected = this.next("pairsInspected");
    const options = { ...DEFAULT_CORPUS_OPTIONS, ...WORDS };
    const input = typeof given === "string" ? { text: given } : { files: [given] };
    await this.send({ type: "inspectPairs", inspection, input, options });
    await inspected;
  }

  /** Makes the pairs of an inspection the task. */
  usePairs(
    inspection: number,
    config: Config = SMALL,
    weights: "kept" | "fresh" = "fresh",
  ): Promise<void> {
    const pairs = { ...config, task: "pairs" } as const;
    return this.send({
      type: "usePairs",
      inspection,
      config: pairs,
      weights,
      show: INITIAL_SHOW,
    });
  }

  /** The current model as a file. */
  async save(): Promise<Blob> {
    await this.send({ type: "saveModel" });
    const saved = this.latest("modelSaved");
    if (!saved) throw new Error("expected a modelSaved event, got none");
    return new Blob([saved.bytes]);
  }

  open(file: Blob): Promise<void> {
    return this.send({ type: "openModel", file });
  }

  /** Shows a typed source. */
  type(text: string, teacherForcing = false): Promise<void> {
    const feeding = teacherForcing ? "truth" : "own";
    return this.show({ example: { kind: "typed", text }, feeding });
  }

  /** Changes what is shown of the active run. */
  show(change: Partial<Show>): Promise<void> {
    this.#show = { ...this.#show, ...change };
    return this.send({ type: "show", show: this.#show, runId: this.#runId });
  }
}

/** Sixty pairs of words that are unique to the name. */
export function pairsOf(name: string): string {
  return Array.from({ length: 60 }, (_, i) => `${name}${i}\t단어${i}`).join("\n");
}
