/** Runs that survive: one session trains, the next one finds what it kept and goes on. */
import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { memory } from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { type Config, DEFAULT_CONFIG } from "../engine/config";
import { DEFAULT_CORPUS_OPTIONS } from "../engine/corpus/report";
import { openRunStore, type RunStore } from "../storage/runs";
import type { Arithmetic } from "../engine/training/learner";
import { textbook } from "../engine/training/textbookLearner";
import { startNodeArithmetic, startNodeBackend } from "../testing/nodeBackend";
import { breathe } from "./breathe";
import type { Event } from "./protocol";
import { createSession, type SessionCommand } from "./session";

const config: Config = {
  ...DEFAULT_CONFIG,
  hiddenSize: 8,
  embeddingSize: 4,
  batchSize: 8,
  dropout: 0.1,
  forcing: 0.7,
  maxSteps: 50,
  seed: 5,
};

let arithmetic: Arithmetic;

const PATHS = [
  [
    "textbook",
    async () => {
      await startNodeBackend("wasm");
      return textbook;
    },
  ],
  ["fused", startNodeArithmetic],
] as const;

class Page {
  readonly events: Event[] = [];
  readonly #send: (command: SessionCommand) => Promise<void>;
  clock = 0; // ms; a reading of it takes five

  constructor(store: RunStore = openRunStore("tab")) {
    this.#send = createSession({
      post: (event) => this.events.push(event),
      loadBaked: async () => null,
      arithmetic: () => arithmetic,
      store,
      breathe,
      now: () => (this.clock += 5),
    });
  }

  send(command: SessionCommand): Promise<void> {
    return this.#send(command);
  }

  /** Looks back in the run that came to the fore last. */
  lookBack(step: number | null): Promise<void> {
    return this.send({ type: "showSnapshot", runId: this.info.runId, step });
  }

  of<T extends Event["type"]>(type: T): Extract<Event, { type: T }>[] {
    return this.events.filter((event): event is Extract<Event, { type: T }> => event.type === type);
  }

  get info() {
    const info = this.of("ready").at(-1)?.info;
    if (!info) throw new Error("no ready event");
    return info;
  }

  get losses(): number[] {
    return this.of("progress").flatMap(({ losses }) => losses.map(({ loss }) => loss));
  }

  async start(wanted: Config = config) {
    await this.send({ type: "configure", config: wanted, weights: "kept" });
    return this.info;
  }

  /** Steps by hand: every one is evaluated, and the run kept. */
  async step(count: number): Promise<void> {
    for (let i = 0; i < count; i++) await this.send({ type: "trainOneStep" });
  }

  async train(): Promise<void> {
    const stops = this.of("stopped").length;
    await this.send({ type: "train" });
    while (this.of("stopped").length === stops) await breathe();
  }
}

/** Sixty pairs of words that no other name gives. */
function textOf(name: string): string {
  return Array.from({ length: 60 }, (_, i) => `${name}${i}\tx${i}`).join("\n");
}

/** Until everything that was to be kept is. */
async function keptSteps(): Promise<unknown> {
  const record = (await openRunStore("tab").read()) as { steps: number } | undefined;
  return record?.steps;
}

const keeps = (steps: number | undefined): Promise<void> =>
  vi.waitFor(async () => expect(await keptSteps()).toBe(steps));

async function damage(change: object): Promise<void> {
  const record = (await openRunStore("tab").read()) as object;
  await openRunStore("tab").write({ ...record, ...change });
}

function oneSize(length: number): object {
  const vector = new Float32Array(length);
  return { parameters: vector, mean: vector, variance: vector };
}

describe.each(PATHS)("a run that survives, %s", (_path, start) => {
  beforeAll(async () => {
    arithmetic = await start();
  });
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));

  it("goes on with the same losses as one that was never interrupted", async () => {
    const whole = new Page();
    await whole.start({ ...config, maxSteps: 100 });
    await whole.train();
    expect(whole.losses).toHaveLength(100);

    vi.stubGlobal("indexedDB", new IDBFactory());
    const before = new Page();
    expect((await before.start()).weights).toBe("fresh");
    await before.train();
    await keeps(50);
    const after = new Page();
    expect(await after.start()).toMatchObject({ weights: "kept", step: 50 });
    expect(after.info.losses).toEqual(before.losses.map((loss, i) => ({ step: i + 1, loss })));
    expect(after.info.evaluations.map(({ step }) => step)).toEqual([0, 50]);
    expect(after.of("started")).toEqual([]); // not by itself
    await after.train();
    expect([...before.losses, ...after.losses]).toEqual(whole.losses);
    expect(after.of("evaluation").at(-1)?.evaluation).toEqual(
      whole.of("evaluation").at(-1)?.evaluation,
    );
  });

  it("survives twice, also where it was opened from a file", async () => {
    const first = new Page();
    await first.start();
    await first.step(2);
    await first.send({ type: "saveModel" });
    const file = new Blob([first.of("modelSaved")[0]?.bytes ?? ""]);
    await first.send({ type: "openModel", file });
    await first.step(3);
    const tail = first.losses.slice(2);
    await keeps(5);
    const again = new Page();
    await again.send({ type: "configure", config, weights: "fresh" });
    await again.send({ type: "openModel", file });
    for (const steps of [3, 4, 5]) {
      await keeps(steps - 1);
      const page = new Page();
      expect(await page.start()).toMatchObject({ weights: "kept", step: steps - 1 });
      await page.step(1);
      expect(page.losses).toEqual([tail[steps - 3]]);
      await keeps(steps);
    }
  });

  it("takes over what has changed of the settings that apply at once", async () => {
    const before = new Page();
    await before.start();
    await before.step(1);
    await keeps(1);
    const changed = { ...config, learningRate: 0.01 };
    expect((await new Page().start(changed)).config).toEqual(changed);
  });

  it("gives way to a link with other settings, and is there for its own", async () => {
    const before = new Page();
    await before.start();
    await before.step(1);
    await keeps(1);
    const other = new Page();
    expect(await other.start({ ...config, seed: 6 })).toMatchObject({ weights: "fresh", step: 0 });
    await other.send({ type: "configure", config, weights: "baked" }); // nobody asked for the kept one
    expect(await new Page().start()).toMatchObject({ weights: "kept", step: 1 });
    await other.send({ type: "undo" });
    await other.step(1); // now there is another run to keep
    await vi.waitFor(async () =>
      expect(await new Page().start({ ...config, seed: 6 })).toMatchObject({ step: 1 }),
    );
    expect(await new Page().start()).toMatchObject({ weights: "fresh" });
  });

  it("stays as it was before its weights became no numbers any more", async () => {
    const page = new Page();
    await page.start();
    await page.step(1);
    await keeps(1);
    await page.send({
      type: "adjust",
      config: { ...config, learningRate: 1e39, clipNorm: 1e30 },
    });
    await page.step(2);
    expect(await new Page().start()).toMatchObject({ weights: "kept", step: 1 });
    expect(page.of("keeping")).toEqual([]);
  });

  it("is forgotten when it is reset, and kept again when that is undone", async () => {
    const page = new Page();
    await page.start();
    await page.step(2);
    await keeps(2);
    await page.send({ type: "reset" });
    await keeps(undefined);
    await page.send({ type: "undo" });
    await keeps(2);
    expect(await new Page().start()).toMatchObject({ weights: "kept", step: 2 });
  });

  it("is one of somebody's own pairs where the same pairs are given again", async () => {
    const pairs = { ...config, task: "pairs" } as const;
    const give = async (page: Page, input: string) => {
      const options = DEFAULT_CORPUS_OPTIONS;
      await page.send({ type: "configure", config, weights: "fresh" });
      await page.send({ type: "inspectPairs", requestId: 1, input, options });
      await vi.waitFor(() => expect(page.of("pairsInspected")).toHaveLength(1));
      await page.send({ type: "usePairs", requestId: 1, config: pairs, weights: "kept" });
      return page.info;
    };
    const before = new Page();
    await give(before, textOf("eins"));
    await before.step(1);
    await keeps(1);
    expect(await give(new Page(), textOf("zwei"))).toMatchObject({ weights: "fresh" });
    expect(await give(new Page(), textOf("eins"))).toMatchObject({ weights: "kept", step: 1 });
  });

  it.each([
    ["another version", { format: 0 }],
    ["no settings", { config: "{}" }],
    ["a setting out of range", { config: JSON.stringify({ ...config, hiddenSize: 9 }) }],
    ["weights that are no numbers", { parameters: new Float32Array(700).fill(Number.NaN) }],
    ["weights of another model", oneSize(700)],
    ["moments of another size", { mean: new Float32Array(3) }],
    ["a list for weights", { parameters: [1, 2, 3] }],
    ["more losses than steps", { losses: new Float32Array(9) }],
    ["a negative variance", { variance: new Float32Array(700).fill(-1) }],
    [
      "two random streams",
      {
        positions: [
          [1, 2, 3, 4],
          [1, 2, 3, 4],
        ],
      },
    ],
    ["an evaluation without a score", { evaluations: [{ step: 1 }] }],
  ])("is dropped, with a notice and no crash, for %s", async (_name, change) => {
    const before = new Page();
    await before.start();
    await before.step(1);
    await keeps(1);
    await damage(change);
    const page = new Page();
    expect(await page.start()).toMatchObject({ weights: "fresh" });
    expect(page.of("keeping")).toEqual([{ type: "keeping", problem: "damaged" }]);
    expect(page.of("failed")).toEqual([]);
    expect(await openRunStore("tab").read()).toBeUndefined();
  });

  it.each([
    ["full", new DOMException("no room", "QuotaExceededError")],
    ["blocked", new DOMException("no", "SecurityError")],
  ] as const)(
    "is a sentence and no more where storage is %s, said once",
    async (problem, error) => {
      const page = new Page({
        read: async () => undefined,
        write: () => Promise.reject(error),
        remove: async () => {},
      });
      await page.start();
      await page.step(3);
      expect(page.losses).toHaveLength(3);
      await vi.waitFor(() => expect(page.of("keeping")).toEqual([{ type: "keeping", problem }]));
      expect(page.of("failed")).toEqual([]);
    },
  );

  it("is written from the first step to the last, and in between every two seconds at most", async () => {
    const written: { readonly step: number; readonly at: number }[] = [];
    const page: Page = new Page({
      read: async () => undefined,
      write: async (record) =>
        void written.push({ step: (record as { steps: number }).steps, at: page.clock }),
      remove: async () => {},
    });
    await page.start({ ...config, maxSteps: 300 });
    await page.train();
    expect(written[0]?.step).toBe(1);
    expect(written.at(-1)?.step).toBe(300);
    const times = written.slice(0, -1).map(({ at }) => at);
    expect(times.length).toBeGreaterThan(1);
    times.slice(1).forEach((at, i) => expect(at - (times[i] ?? 0)).toBeGreaterThanOrEqual(2000));
  });

  it("is not held up by a database that never answers", async () => {
    const written: number[] = [];
    const never = new Promise<void>(() => undefined);
    const page = new Page({
      read: async () => undefined,
      write: (record) => {
        written.push((record as { steps: number }).steps);
        return never;
      },
      remove: async () => {},
    });
    await page.start({ ...config, maxSteps: 150 });
    await page.train();
    expect(page.losses).toHaveLength(150);
    expect(written).toEqual([1]);
  });
});

describe("looking back", () => {
  beforeAll(async () => {
    arithmetic = await startNodeArithmetic();
  });
  beforeEach(() => vi.stubGlobal("indexedDB", new IDBFactory()));

  it("lists what there are snapshots of, and decodes with the weights of then", async () => {
    const page = new Page();
    await page.start();
    const fresh = page.of("trace").at(-1)?.trace;
    await page.train();
    expect(page.of("snapshots").at(-1)?.steps).toEqual([0, 50]);
    const now = page.of("trace").at(-1)?.trace;
    await page.lookBack(0);
    expect(page.of("trace").at(-1)?.trace).toEqual(fresh);
    await page.lookBack(null);
    expect(page.of("trace").at(-1)?.trace).toEqual(now);
    expect(now?.trainedSteps).toBe(50);
  });

  it("keeps the past on the stage while training goes on, another example included", async () => {
    const page = new Page();
    await page.start();
    await page.step(1);
    await page.lookBack(0);
    const traces = page.of("trace").length;
    await page.train();
    expect(page.of("trace")).toHaveLength(traces);
    const example = { kind: "typed", text: "abc" } as const;
    await page.send({ type: "decode", example, teacherForcing: false });
    expect(page.of("trace").at(-1)).toMatchObject({ example, trace: { trainedSteps: 0 } });
    await page.lookBack(null);
    expect(page.of("trace").at(-1)?.trace.trainedSteps).toBe(50);
  });

  it("ends with the run that it was about, and comes back with it", async () => {
    const page = new Page();
    await page.start();
    await page.train();
    await page.lookBack(0);
    await page.send({ type: "reset" });
    expect(page.of("snapshots").at(-1)?.steps).toEqual([]);
    await page.send({ type: "undo" });
    expect(page.of("trace").at(-1)?.trace.trainedSteps).toBe(50);
    expect(page.of("snapshots").at(-1)?.steps).toEqual([0, 50]);
  });

  it("means the run that the page knew: a wish that comes too late changes nothing", async () => {
    const page = new Page();
    await page.start();
    await page.step(2);
    const { runId } = page.info;
    await page.send({ type: "reset" });
    await page.send({ type: "showSnapshot", runId, step: 0 });
    const traces = page.of("trace").length;
    await page.step(1);
    expect(page.of("trace").length).toBeGreaterThan(traces); // the stage follows the new run
  });

  it("holds no tensors", async () => {
    const page = new Page();
    await page.start();
    await page.train();
    const before = memory().numTensors;
    for (const step of [0, 50, null]) await page.lookBack(step);
    expect(memory().numTensors).toBe(before);
  });
});
