import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG, FIELD_NAMES, FIELDS, type Config } from "../../engine/setup/config";
import { BESIDES } from "../../engine/beside";
import { OPERATIONS } from "../../engine/results/operation";
import type { Subject } from "../../engine/results/subject";
import { settle } from "../../engine/setup/conflicts";
import { settleDifficulty, withTask } from "../../engine/tasks/difficulty";
import { readUrl } from "./addressBar";
import { syncUrl, writeUrl } from "./writtenLink";
import { LESSON_IDS } from "../../lessons/catalogue";
import { SECTIONS } from "../slices/sections";
import { DRAWN, INITIAL_VIEW, LOSSES, MODES, SPEEDS, type ViewState } from "../slices/view";
import { parseField, type Field } from "../../engine/setup/field";
import { type Choosing, CHOOSING_FIELDS, GREEDY, INITIAL_SHOW } from "../../engine/show";
import type { BackendName } from "../../workers/protocol";
import { VIEW_FIELDS, type WantedView } from "../slices/linkedView";
import { configure } from "../actions/settings";
import { initialise } from "../actions/initialise";
import { connect, start } from "../actions/startup";
import { openSection, select, setTheme, showOperation } from "../actions/viewing";
import { typeSource } from "../actions/showing";
import {
  dismissLinkedTraining,
  linkedTrainingOf,
  noteLinkedTraining,
  parseLinkedTraining,
} from "../slices/linkedTraining";
import { INITIAL_RUN, reduceRun } from "../slices/run";
import { setView, useApp } from "../store";
import { makeTrace } from "../../vis/testing/traces";
import { progressOf, readyWith } from "../testing/events";
import { receive } from "../testing/openedPage";

/** What every link with settings opens. */
const IN_LAB = { mode: "lab", lesson: null } as const;

const ENVIRONMENT = { language: "en", theme: "light" } as const;

/** Any settings that the controls offer. */
const anyConfig = (
  fc.record(
    Object.fromEntries(
      FIELD_NAMES.map((name) => {
        const field = FIELDS[name];
        const value =
          field.kind === "choice"
            ? fc.constantFrom<string>(...field.options)
            : fc
                .double({ min: field.min, max: field.max, noNaN: true })
                .map((exact) => parseField(field, String(exact)));
        return [name, value];
      }),
    ),
  ) as unknown as fc.Arbitrary<Config>
).map((config) => settleDifficulty(settle(config)));

const anyChoosing: fc.Arbitrary<Partial<Choosing>> = fc.record(
  {
    method: fc.constantFrom(...CHOOSING_FIELDS.method.options),
    beamWidth: fc.integer({ min: 1, max: 8 }),
    temperature: fc.integer({ min: 1, max: 30 }).map((tenths) => tenths / 10),
    sampleSeed: fc.integer({ min: 1, max: 9999 }),
  },
  { requiredKeys: [] },
);

const anyShow: fc.Arbitrary<NonNullable<WantedView["show"]>> = fc.record(
  {
    example: fc.oneof(
      fc.record({ kind: fc.constant("heldOut" as const), index: fc.nat({ max: 255 }) }),
      fc.record({
        kind: fc.constant("typed" as const),
        text: fc.string({ unit: "grapheme", maxLength: 60 }),
      }),
    ),
    feeding: fc.constantFrom("own", "truth"),
    beside: fc.constantFrom(...BESIDES),
    choosing: anyChoosing,
  },
  { requiredKeys: [] },
);

const anyPlace = fc.nat({ max: 99 });

const anySubject: fc.Arbitrary<Subject> = fc.oneof(
  fc.record({ kind: fc.constant("embedding" as const), column: anyPlace }),
  fc.record({ kind: fc.constant("encoder" as const), column: anyPlace, layer: fc.nat({ max: 1 }) }),
  fc.record({ kind: fc.constantFrom("input", "context", "combined"), step: anyPlace }),
  fc.record({
    kind: fc.constantFrom("state", "previous", "memory", "previousMemory"),
    step: anyPlace,
    layer: fc.nat({ max: 1 }),
  }),
  fc.record({
    kind: fc.constant("gate" as const),
    gate: fc.constantFrom("reset", "update", "candidate", "input", "forget", "output"),
    step: anyPlace,
    layer: fc.nat({ max: 1 }),
  }),
);

const anyView: fc.Arbitrary<WantedView> = fc.record(
  {
    mode: fc.constantFrom(...MODES),
    lesson: fc.option(fc.record({ id: fc.constantFrom(...LESSON_IDS), step: fc.nat({ max: 4 }) })),
    step: fc.nat({ max: 40 }),
    operation: fc.constantFrom(...OPERATIONS),
    layer: fc.nat({ max: 1 }),
    drawn: fc.constantFrom(...DRAWN),
    lossOf: fc.constantFrom(...LOSSES),
    inspected: anySubject,
    derivation: fc.option(fc.constantFrom("score", "inner.17", "gate.update.1.17", "logit.4")),
    open: fc.subarray([...SECTIONS]), // in their order
    show: anyShow,
    language: fc.constantFrom("en", "ko"),
    stepsPerSecond: fc.integer({ min: 1, max: 8 }).map((half) => half * SPEEDS.step),
  },
  { requiredKeys: [] },
);

/** The view of a page that opens with this part of a link. */
function viewWith({ show, ...view }: WantedView): ViewState {
  const choosing = { ...GREEDY, ...show?.choosing };
  const shown = { ...INITIAL_SHOW, ...show, choosing };
  return { ...INITIAL_VIEW, ...ENVIRONMENT, ...view, show: shown };
}

function write(config: Config, view: WantedView = {}, backend: BackendName | null = null): string {
  return writeUrl({ config, view: viewWith(view), backend, trained: null });
}

/** The settings of a query that the page could not take over. */
function refusedOf(query: string): readonly string[] {
  return readUrl(query).refused;
}

function isWithin(field: Field, value: string | number): boolean {
  if (field.kind === "choice") return field.options.includes(String(value));
  return Number(value) >= field.min && Number(value) <= field.max;
}

/** The link to a held-out example of a task, counted from 0. */
function linkTo(task: Config["task"], index: number): string {
  const config = withTask(DEFAULT_CONFIG, task);
  return write(config, { show: { example: { kind: "heldOut", index } } });
}

describe("link", () => {
  it("reads back to the same settings and view", () => {
    const backends = fc.constantFrom("webgl", "wasm", "cpu", null);
    fc.assert(
      fc.property(anyConfig, anyView, backends, (config, view, backend) => {
        const read = readUrl(write(config, view, backend));
        expect(read).toMatchObject({ config, backend });
        expect(viewWith(read.view)).toEqual(viewWith(view));
      }),
    );
  });

  it("has no refused settings if the page wrote it", () => {
    fc.assert(
      fc.property(anyConfig, (config) => {
        expect(refusedOf(write(config))).toEqual([]);
      }),
    );
  });

  it("lists the settings that the page could not take over", () => {
    expect(refusedOf("?task=poetry&hidden=99999&rate=NaN&seed=4&layers=2.0&utm=x")).toEqual([
      "task=poetry",
      "hidden=99999",
      "rate=NaN",
    ]);
    expect(refusedOf("?decoding=magic&beam=99&temperature=2")).toEqual([
      "decoding=magic",
      "beam=99",
    ]);
    expect(refusedOf("?attention=dot&direction=bidirectional")).toEqual(["attention=dot"]);
    expect(refusedOf(`?task=${"x".repeat(999)}`)).toEqual([`task=${"x".repeat(24)}`]);
  });

  it("names the example where a page in another language would start with another", () => {
    expect(linkTo("dates", 0)).toBe("?task=dates&mode=lab&example=1&lang=en");
    expect(linkTo("dates", 3)).toBe("?task=dates&mode=lab&example=4&lang=en");
    expect(linkTo("copy", 0)).toBe("?task=copy&mode=lab&lang=en");
    expect(linkTo("copy", 3)).toBe("?task=copy&mode=lab&example=4&lang=en");
  });

  it("reads the sender's theme, and never writes one", () => {
    expect(readUrl("?theme=dark").view).toMatchObject({ theme: "dark" });
    expect(write(DEFAULT_CONFIG, { theme: "dark" })).toBe("?mode=lab&lang=en");
  });

  it("says of weights that only the sender has where they come from", () => {
    expect(["450", "file", "0", "-3", "1e3", "x", ""].map(parseLinkedTraining)).toEqual([
      450,
      "file",
      null,
      null,
      null,
      null,
      null,
    ]);
    const runs = [
      { weights: "fresh", step: 450 },
      { weights: "kept", step: 450 },
      { weights: "opened", step: 450 },
      { weights: "fresh", step: 0 },
      { weights: "baked", step: 600 },
    ] as const;
    const said = runs.map((run) => linkedTrainingOf(reduceRun(INITIAL_RUN, readyWith(run))));
    expect(said).toEqual([450, 450, "file", null, null]);
  });

  it("names every setting with a key of its own", () => {
    const keys = [
      ...FIELD_NAMES.map((name) => FIELDS[name].url),
      ...Object.keys(VIEW_FIELDS),
      "backend",
      "trained",
    ];
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("changes conflicting settings to the nearest valid ones", () => {
    const { config } = readUrl("?attention=dot&direction=bidirectional&seed=4");
    expect(config).toEqual({
      ...DEFAULT_CONFIG,
      attention: "general",
      direction: "bidirectional",
      seed: 4,
    });
  });

  it("keeps settings that have no effect", () => {
    const config = { ...DEFAULT_CONFIG, attention: "none", timing: "luong" } as const;
    expect(readUrl(write(config)).config).toEqual(config);
  });

  it("keeps a column together with its step", () => {
    const view = { step: 3, column: 5, language: "en" } as const;
    expect(readUrl(write(DEFAULT_CONFIG, view)).view).toEqual({ ...IN_LAB, ...view });
  });

  it("never throws and stays in range for any text", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (noise, value) => {
        const query = [
          ...FIELD_NAMES.map((name) => FIELDS[name].url),
          "step",
          "column",
          "example",
          "speed",
          "mode",
          "lesson",
          "op",
          "layer",
          "numbers",
          "open",
        ]
          .map((key) => `${key}=${encodeURIComponent(value)}`)
          .join("&");
        readUrl(noise);
        const { config, view } = readUrl(`?${query}`);
        expect(FIELD_NAMES.filter((name) => !isWithin(FIELDS[name], config[name]))).toEqual([]);
        expect(view.step ?? 0).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("names the mode, the language and nothing else for the defaults", () => {
    expect(write(DEFAULT_CONFIG)).toBe("?mode=lab&lang=en");
  });

  it("uses a task's own initial difficulty, and changes a difficulty out of its range to the nearest", () => {
    expect(readUrl("?task=hangulLetters").config).toMatchObject({ shortest: 1, longest: 4 });
    expect(readUrl("?task=englishFrench&longest=20&symbols=40").config).toMatchObject({
      longest: 9,
      symbols: 12,
    });
    const config = withTask(DEFAULT_CONFIG, "numberWords");
    expect(write(config)).toBe("?task=numberWords&mode=lab&lang=en");
  });

  it("reads the example of the documentation", () => {
    const { config, view } = readUrl("?task=dates&attention=none&seed=7&lang=ko");
    expect(config).toEqual({ ...withTask(DEFAULT_CONFIG, "dates"), attention: "none", seed: 7 });
    expect(view).toEqual({ ...IN_LAB, language: "ko" });
  });

  it("counts steps, columns and examples from 1", () => {
    expect(readUrl("?step=4&column=2&example=3").view).toEqual({
      ...IN_LAB,
      step: 3,
      column: 1,
      show: { example: { kind: "heldOut", index: 2 } },
    });
  });

  it.each([
    [512, 256],
    [128, 128],
    [5, 3],
  ])("takes the sizes of the course notes: H %i, E %i", (hiddenSize, embeddingSize) => {
    const { config, refused } = readUrl(`?hidden=${hiddenSize}&embedding=${embeddingSize}`);
    expect(config).toEqual({ ...DEFAULT_CONFIG, hiddenSize, embeddingSize });
    expect(refused).toEqual([]);
  });

  it("clamps numbers and skips invalid values", () => {
    const { config, view, backend } = readUrl(
      "?hidden=9999&rate=-1&task=poetry&step=x&lang=fr&theme=&backend=abacus&utm=1",
    );
    expect(config).toEqual({ ...DEFAULT_CONFIG, hiddenSize: 512, learningRate: 0.0001 });
    expect(view).toEqual(IN_LAB);
    expect(backend).toBeNull();
  });

  it("names the mode, the operation and the layer of the step", () => {
    const view = {
      mode: "learn",
      lesson: { id: "readTheMap", step: 2 },
      operation: "cell",
      layer: 0,
      inspector: "numbers",
      inspected: { kind: "gate", gate: "update", step: 2, layer: 0 },
      open: ["timing", "cells"],
      language: "ko",
    } as const;
    const link =
      "?task=reverse&mode=learn&lesson=readTheMap.3&op=cell&layer=1&numbers=gate.update.3.1&open=timing.cells&lang=ko";
    expect(write(DEFAULT_CONFIG, view)).toBe(link);
    expect(readUrl(link).view).toEqual(view);
  });

  it("names the inspector's tab, unless the link's numbers open it anyway", () => {
    expect(write(DEFAULT_CONFIG, { inspector: "pytorch" })).toBe(
      "?mode=lab&inspect=pytorch&lang=en",
    );
    expect(readUrl("?inspect=pytorch").view).toEqual({ ...IN_LAB, inspector: "pytorch" });
    const inspected = { kind: "context", step: 0 } as const;
    const link = "?mode=lab&numbers=context.1&inspect=equation&lang=en";
    expect(write(DEFAULT_CONFIG, { inspector: "equation", inspected })).toBe(link);
    expect(readUrl(link).view).toEqual({
      ...IN_LAB,
      inspector: "equation",
      inspected,
      language: "en",
    });
  });

  it("names a number of the selected step, whose tab it opens", () => {
    const link = "?mode=lab&step=2&column=3&sum=score&lang=en";
    expect(
      write(DEFAULT_CONFIG, { step: 1, column: 2, inspector: "numbers", derivation: "score" }),
    ).toBe(link);
    expect(readUrl(link).view).toMatchObject({ inspector: "numbers", derivation: "score" });
    expect(readUrl(`?sum=${"9".repeat(500)}`).view.derivation).toHaveLength(40);
  });

  it("ignores unknown modes, operations and sections", () => {
    const nonsense = "?mode=play&op=magic&layer=top&numbers=tile&inspect=tea&open=sesame";
    expect(readUrl(nonsense).view).toEqual(IN_LAB);
    expect(readUrl("?mode=&op=&layer=&numbers=&sum=&open=").view).toEqual(IN_LAB);
    expect(readUrl("?open=timing.sesame.cells.timing").view).toEqual({
      ...IN_LAB,
      open: ["timing", "cells"],
    });
  });

  it("leaves out the transient parts of the view", () => {
    const order = { key: "loss", descending: true } as const;
    expect(
      write(DEFAULT_CONFIG, { lit: "score", playhead: 40, exampleOrder: order, wrongOnly: true }),
    ).toBe("?mode=lab&lang=en");
  });

  it("cuts a source that is too long for any model", () => {
    const { view } = readUrl(`?source=${"a".repeat(5000)}`);
    expect(view.show?.example).toEqual({ kind: "typed", text: "a".repeat(200) });
  });
});

/** The worker answers with a decode of so many steps. */
function answerOf(length: number): void {
  const trace = makeTrace();
  const steps = Array.from({ length }, () => trace.steps[0] as (typeof trace.steps)[0]);
  receive({
    type: "trace",
    runId: 1,
    requestId: useApp.getState().lastRequest,
    trace: { ...trace, steps },
  });
  vi.runAllTimers();
}

describe("syncUrl", () => {
  let replaced: string[] = [];

  beforeEach(() => {
    vi.useFakeTimers();
    replaced = [];
    const location = { pathname: "/lab/", search: "?backend=wasm&utm=1", hash: "#stage" };
    vi.stubGlobal("location", location);
    vi.stubGlobal("navigator", { language: "en-GB" });
    vi.stubGlobal("matchMedia", () => ({ matches: false }));
    vi.stubGlobal("history", {
      state: null,
      replaceState: (_: unknown, __: string, url: string) => {
        replaced.push(url);
        location.search = new URL(url, "http://x").search;
      },
    });
    initialise(DEFAULT_CONFIG, {});
  });

  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("writes many changes at once and keeps the backend", () => {
    const stop = syncUrl();
    for (const seed of [2, 3, 4]) configure({ seed });
    typeSource("abc");
    setTheme("dark");
    expect(replaced).toEqual([]);
    vi.runAllTimers();
    expect(replaced).toEqual(["/lab/?seed=4&mode=lab&source=abc&lang=en&backend=wasm#stage"]);
    configure({ seed: 1 });
    vi.runAllTimers();
    expect(replaced.at(-1)).toBe("/lab/?mode=lab&source=abc&lang=en&backend=wasm#stage");
    stop();
    configure({ seed: 5 });
    vi.runAllTimers();
    expect(replaced).toHaveLength(2);
  });

  it("writes when the view changes, and not when the page opens", () => {
    const stop = syncUrl();
    vi.runAllTimers();
    expect(replaced).toEqual([]);
    openSection("cells", true);
    openSection("preset", true);
    showOperation("output");
    vi.runAllTimers();
    openSection("cells", false);
    openSection("preset", false);
    showOperation("score");
    vi.runAllTimers();
    expect(replaced).toEqual([
      "/lab/?mode=lab&op=output&open=preset.cells&lang=en&backend=wasm#stage",
      "/lab/?mode=lab&lang=en&backend=wasm#stage",
    ]);
    stop();
  });

  it("does not change the link of an opening page when its first run is ready", () => {
    connect(() => undefined);
    start();
    const stop = syncUrl();
    receive(readyWith());
    vi.runAllTimers();
    expect(replaced).toEqual([]);
    stop();
  });

  it("says how many updates made the weights on show, once training has stopped", () => {
    connect(() => undefined);
    start();
    const stop = syncUrl();
    receive(readyWith());
    receive({ type: "started", runId: 1 });
    receive(progressOf(1, 450));
    receive({ type: "stopped", runId: 1, reason: "paused" });
    vi.runAllTimers();
    expect(replaced).toEqual(["/lab/?mode=lab&lang=en&backend=wasm&trained=450#stage"]);
    stop();
  });

  it("keeps what its own link says of weights that the page lacks, until the student closes the notice", () => {
    noteLinkedTraining(450);
    const stop = syncUrl();
    select(0, 0);
    vi.runAllTimers();
    expect(replaced.at(-1)).toContain("trained=450");
    dismissLinkedTraining();
    select(0, 1);
    vi.runAllTimers();
    expect(replaced.at(-1)).not.toContain("trained");
    stop();
  });

  it("writes what changed before its script was loaded", () => {
    const opened = useApp.getState();
    select(1, 2);
    const stop = syncUrl(opened);
    vi.runAllTimers();
    expect(replaced.at(-1)).toContain("column=3");
    stop();
  });

  it("follows an answer of another length: a step has a number only before the last one", () => {
    connect(() => undefined);
    start();
    receive(readyWith());
    const stop = syncUrl();
    setView({ step: 4, column: 0 }); // as a link names it
    answerOf(3);
    expect(replaced.at(-1)).toContain("step=3&column=1");
    answerOf(9); // such as that of an edit of the link, whose script comes later
    expect(replaced.at(-1)).toContain("step=5&column=1");
    stop();
  });

  it("names the source on the stage, with its edits, while the box has one that was refused", () => {
    connect(() => undefined);
    start();
    receive(readyWith());
    const stop = syncUrl();
    const trace = makeTrace();
    const example = { kind: "typed", text: "abc" } as const;
    const edits = [{ kind: "say", step: 0, token: "b" }] as const;
    const requestId = useApp.getState().lastRequest;
    const shown = { ...trace, show: { ...trace.show, example, edits } };
    receive({ type: "trace", runId: 1, requestId, trace: shown });
    typeSource("ㄱ");
    receive({
      type: "sourceRejected",
      requestId: requestId + 1,
      text: "ㄱ",
      problem: { kind: "empty" },
    });
    vi.runAllTimers();
    expect(replaced.at(-1)).toContain("source=abc");
    expect(replaced.at(-1)).toContain("say=1.b");
    stop();
  });

  it("does not write an unchanged link", () => {
    const stop = syncUrl();
    select(0, 0);
    vi.runAllTimers();
    select(0, 0);
    vi.runAllTimers();
    expect(replaced).toHaveLength(1);
    stop();
  });
});

it("a link of millions of characters gives no more than a short one", () => {
  const long = "a".repeat(3_000_000);
  const { view, refused } = readUrl(
    `?source=${long}&sum=${long}&example=${"9".repeat(1_000_000)}&step=1e999&hidden=${"9".repeat(1_000_000)}&task=${long}`,
  );
  expect(view.show?.example).toEqual({ kind: "typed", text: "a".repeat(200) });
  expect(view.derivation).toHaveLength(40);
  expect(view.step).toBe(0);
  expect(JSON.stringify(refused).length).toBeLessThan(1000);
});
