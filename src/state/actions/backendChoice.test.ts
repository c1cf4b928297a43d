import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import { INITIAL_SHOW } from "../../engine/show";
import type { BackendName, Command, Event, StepTime, TimeCommand } from "../../workers/protocol";
import type { TimeEvent } from "../../workers/protocol";
import { modelKey } from "../slices/backends";
import { initialiseComputing, nextStart } from "./backendChoice";
import { pendingBackend } from "../slices/backendMeasurements";
import { setRun, useApp, useComputing } from "../store";
import { keepMeasured } from "../effects/benchmarkBackends";
import { chooseBackend, measureBackends, switchNow } from "./switchBackend";
import { lossesOf, otherRun, readyWith } from "../testing/events";
import { lane, receive } from "../testing/openedPage";
import { initialise } from "./initialise";
import { connect, start } from "./startup";
import { openLaneB } from "./comparison";
import { configure } from "./settings";
import { train } from "./training";

const timed = (milliseconds: number): StepTime => ({ kind: "timed", milliseconds });
const KEY = modelKey(DEFAULT_CONFIG, null) ?? "";

const OTHERS = {
  webgl: { kind: "unavailable" },
  webgpu: { kind: "unavailable" },
  threads: { kind: "unavailable" },
} as const;

let stored: Record<string, string> = {};
let commands: Command[] = [];
let starts: ReturnType<typeof nextStart>[] = [];
/** The timing workers: the command, a way to answer, and whether the page has not ended them. */
let timers: { command: TimeCommand; post: (event: TimeEvent) => void; isAlive: boolean }[] = [];
let idle: (() => void) | null = null;
let isWelcome = true;
let seeAgain = (): void => undefined;
let ends: (() => void)[] = [];

function up(name: BackendName): Event {
  return {
    type: "backend",
    report: { name, reason: "first", missed: null, path: "fused", detail: null },
  };
}

/** Opens a page and starts its worker. */
function open(insisted: BackendName | null = null): void {
  ends.forEach((end) => end());
  initialise(DEFAULT_CONFIG, {});
  ends = [initialiseComputing(insisted)];
  starts = [nextStart(null)];
  connect(
    ({ command }) => commands.push(command),
    (failure) => starts.push(nextStart(failure)),
  );
  start();
  const end = keepMeasured({
    startTiming: (command, post) => {
      const timer = { command, post, isAlive: true };
      timers.push(timer);
      return () => (timer.isAlive = false);
    },
    whenIdle: (work) => {
      idle = work;
      return () => (idle = null);
    },
    isWelcome: () => isWelcome,
    onVisibilityChange: (call) => {
      seeAgain = call;
      return () => undefined;
    },
  });
  ends.push(end);
}

function comeUp(name: BackendName = starts.at(-1)?.asked?.name ?? "wasm"): void {
  receive(up(name));
  receive(readyWith({ weights: "baked", step: 600 }));
}

function rest(): void {
  const work = idle;
  idle = null;
  work?.();
}

function answer(times: Partial<Record<BackendName, StepTime>>): void {
  const timer = timers.at(-1);
  for (const [name, time] of Object.entries(times))
    timer?.post({ type: "timed", name: name as BackendName, time });
  timer?.post({ type: "timedAll" });
}

/** The worker is ready, the page becomes idle, and the timing worker answers. */
function measure(times: Partial<Record<BackendName, StepTime>>): void {
  comeUp();
  rest();
  answer(times);
}

const remembered = (times: Partial<Record<BackendName, StepTime>>): string =>
  JSON.stringify({ [KEY]: { at: Date.now(), times } });

beforeEach(() => {
  [stored, commands, timers, isWelcome, idle] = [{}, [], [], true, null];
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => stored[key] ?? null,
    setItem: (key: string, value: string) => (stored[key] = value),
  });
});

afterEach(() => {
  ends.forEach((end) => end());
  ends = [];
  vi.unstubAllGlobals();
});

describe("measuring", () => {
  it("waits for an idle page and times a model once", () => {
    open();
    expect(idle).toBeNull();
    comeUp();
    rest();
    expect(timers).toHaveLength(1);
    expect(timers[0]?.command).toMatchObject({ type: "time", config: DEFAULT_CONFIG, skip: [] });
    expect(useComputing.getState().measuring).toBe(KEY);
    answer({ webgl: { kind: "unavailable" }, wasm: timed(6), cpu: timed(90) });
    expect(timers[0]?.isAlive).toBe(false);
    expect(useComputing.getState().measuring).toBeNull();
    seeAgain();
    rest();
    expect(timers).toHaveLength(1);
    expect(starts).toHaveLength(1); // the worker runs on the fastest already
  });

  it("is stored on this device", () => {
    open();
    comeUp();
    rest();
    answer({ ...OTHERS, wasm: timed(60), cpu: timed(6) });
    open();
    expect(starts).toEqual([{ asked: { name: "cpu", by: "measurement" }, skip: [] }]);
    comeUp("cpu");
    rest();
    expect(timers).toHaveLength(1);
  });

  it.each([
    ["lacks threads", { isolated: false, threads: {} }],
    [
      "has threads as unavailable although the page can use them now",
      { isolated: true, threads: { threads: { kind: "unavailable" } } },
    ],
  ] as const)("repeats where the stored one %s", (_, { isolated, threads }) => {
    vi.stubGlobal("crossOriginIsolated", isolated);
    vi.stubGlobal("navigator", { hardwareConcurrency: 2 });
    const { webgl, webgpu } = OTHERS;
    const before = { webgl, webgpu, ...threads, wasm: timed(60), cpu: timed(6) };
    stored["seq2seq-lab.stepTimes"] = remembered(before);
    open();
    expect(starts[0]?.asked?.name).toBe("cpu"); // the stored times count until then
    comeUp();
    rest();
    expect(timers).toHaveLength(1);
    answer({ ...before, threads: timed(3) });
    expect(starts.at(-1)?.asked?.name).toBe("threads");
    open();
    comeUp();
    rest();
    expect(timers).toHaveLength(1);
  });

  it("stops for training, and starts again after it", () => {
    open();
    comeUp();
    rest();
    receive({ type: "started", runId: 1 });
    expect(timers[0]?.isAlive).toBe(false);
    rest();
    measureBackends();
    expect(timers).toHaveLength(1);
    receive({ type: "progress", runId: 1, losses: lossesOf(601, 602), pairsPerSecond: 1 });
    receive({ type: "stopped", runId: 1, reason: "paused" });
    rest();
    expect(timers).toHaveLength(2);
  });

  it("starts again when the settings need another model", () => {
    vi.useFakeTimers();
    open();
    comeUp();
    rest();
    configure({ hiddenSize: 128 });
    expect(timers[0]?.isAlive).toBe(false);
    vi.runAllTimers();
    vi.useRealTimers();
    receive(readyWith({ runId: 2, config: { ...DEFAULT_CONFIG, hiddenSize: 128 } }));
    rest();
    expect(timers.at(-1)?.command.config.hiddenSize).toBe(128);
  });

  it("does not run on a hidden page, or where its result would change nothing", () => {
    isWelcome = false;
    open();
    comeUp();
    rest();
    expect(timers).toHaveLength(0);
    isWelcome = true;
    open("wasm");
    comeUp();
    rest();
    stored["seq2seq-lab.backend"] = "cpu";
    open();
    comeUp();
    rest();
    expect(timers).toHaveLength(0);
    measureBackends(); // the student asks
    expect(timers).toHaveLength(1);
  });

  it("stores the other times where a backend never answers", () => {
    vi.useFakeTimers();
    open();
    comeUp();
    rest();
    timers[0]?.post({ type: "timed", name: "wasm", time: timed(6) });
    vi.runAllTimers();
    vi.useRealTimers();
    expect(timers[0]?.isAlive).toBe(false);
    expect(useComputing.getState().measuring).toBeNull();
    expect(useComputing.getState().measurements[KEY]?.times).toEqual({ wasm: timed(6) });
  });

  it("waits two minutes for each backend, not for all of them together", () => {
    vi.useFakeTimers();
    open();
    comeUp();
    rest();
    for (const name of ["webgl", "webgpu"] as const) {
      vi.advanceTimersByTime(119_999);
      timers[0]?.post({ type: "timed", name, time: { kind: "unavailable" } });
    }
    vi.advanceTimersByTime(119_999);
    expect(timers[0]?.isAlive).toBe(true);
    vi.advanceTimersByTime(1);
    expect(timers[0]?.isAlive).toBe(false);
    vi.useRealTimers();
  });

  it("does not repeat by itself after a backend gave no result", () => {
    open();
    comeUp();
    rest();
    answer({});
    seeAgain();
    rest();
    expect(timers).toHaveLength(1);
  });
});

describe("switching to another backend", () => {
  it("happens at once where the run loses nothing", () => {
    open();
    measure({ wasm: timed(60), cpu: timed(6) });
    expect(starts.at(-1)).toEqual({ asked: { name: "cpu", by: "measurement" }, skip: [] });
    const { run } = lane();
    expect([run.status, run.step, run.info?.weights]).toEqual(["idle", 600, "baked"]);
    expect(commands.slice(-2).map(({ type }) => type)).toEqual(["configure", "configure"]);
    comeUp("cpu");
    rest();
    expect(starts).toHaveLength(2);
    expect(lane().run.step).toBe(600);
  });

  it("waits for the next start where the run or its undo target would be lost", () => {
    open();
    comeUp();
    rest();
    receive(readyWith({ runId: 2, weights: "fresh", step: 0, undo: otherRun() }));
    answer({ wasm: timed(60), cpu: timed(6) });
    expect(starts).toHaveLength(1);
    expect(pendingBackend(useComputing.getState(), lane())).toBe("cpu");
    switchNow();
    expect(starts.at(-1)?.asked).toEqual({ name: "cpu", by: "measurement" });
    expect(lane().run.status).toBe("starting");
  });

  it("restores a run at step 0 from its seed, and not the shipped model", () => {
    const begun = { weights: "fresh", step: 0, config: { ...DEFAULT_CONFIG, seed: 7 } } as const;
    open();
    comeUp();
    receive(readyWith({ ...begun, runId: 2, undo: otherRun() }));
    chooseBackend("cpu");
    switchNow();
    const again = { type: "configure", config: begun.config, weights: "fresh", show: INITIAL_SHOW };
    expect(commands).toContainEqual(again);
    receive(up("cpu"));
    receive(readyWith(begun));
    commands = [];
    chooseBackend("wasm"); // at once, because the run has no undo target
    expect(starts.at(-1)?.asked?.name).toBe("wasm");
    expect(commands).toContainEqual(again);
  });

  it("asks for the kept run where the run has been trained", () => {
    open();
    comeUp();
    receive(readyWith({ weights: "fresh", step: 0, undo: otherRun() }));
    receive({ type: "progress", runId: 1, losses: lossesOf(1, 1), pairsPerSecond: 1 });
    chooseBackend("cpu");
    switchNow();
    expect(commands.at(-2)).toMatchObject({ type: "configure", weights: "kept" });
  });

  it("asks for the shipped model again where fresh weights replace it", () => {
    open();
    receive(up("wasm"));
    const failure = { kind: "bakedMissing", task: DEFAULT_CONFIG.task, detail: "" } as const;
    receive({ type: "failed", failure });
    receive(readyWith({ weights: "fresh", step: 0 }));
    chooseBackend("cpu");
    expect(commands.at(-2)).toMatchObject({ type: "configure", weights: "kept" });
  });

  it("waits while lane B has been trained", () => {
    open();
    comeUp();
    openLaneB(DEFAULT_CONFIG, null);
    const { info } = readyWith({ weights: "fresh", step: 0 });
    setRun("b", { status: "idle", info, step: 5 });
    chooseBackend("cpu");
    expect(starts).toHaveLength(1);
    setRun("b", { step: 0 });
    chooseBackend("cpu");
    expect(starts).toHaveLength(2);
    expect(useApp.getState().lanes.b?.run.info).toBeNull();
  });

  it("waits while a request is outstanding", () => {
    open();
    comeUp();
    rest();
    train();
    answer({ wasm: timed(60), cpu: timed(6) });
    expect(starts).toHaveLength(1);
    receive({ type: "started", runId: 1 });
    rest();
    expect(starts).toHaveLength(1);
  });

  it("does not try a backend again that did not come up", () => {
    stored["seq2seq-lab.stepTimes"] = remembered({ webgl: timed(2), wasm: timed(6) });
    open();
    expect(starts[0]?.asked?.name).toBe("webgl");
    comeUp("wasm");
    rest();
    expect(starts).toHaveLength(1);
    expect(useComputing.getState().lost).toEqual(["webgl"]);
  });

  it("skips a lost backend until the student chooses it again", () => {
    stored["seq2seq-lab.stepTimes"] = remembered({ webgl: timed(2), wasm: timed(6) });
    open();
    comeUp();
    const failure = { kind: "backendLost", name: "webgl" } as const;
    receive({ type: "failed", failure });
    starts.push(nextStart(failure));
    expect(starts.at(-1)).toEqual({
      asked: { name: "wasm", by: "measurement" },
      skip: ["webgl"],
    });
    receive(up("wasm"));
    chooseBackend("webgl");
    expect(nextStart(null)).toEqual({ asked: { name: "webgl", by: "choice" }, skip: [] });
  });
});

describe("the student's choice", () => {
  it("takes effect at once where possible, and is stored", () => {
    open();
    comeUp();
    chooseBackend("cpu");
    expect(starts.at(-1)?.asked).toEqual({ name: "cpu", by: "choice" });
    comeUp();
    open();
    expect(starts).toEqual([{ asked: { name: "cpu", by: "choice" }, skip: [] }]);
  });

  it("comes after the link's backend and before the fastest one", () => {
    stored["seq2seq-lab.stepTimes"] = remembered({ webgl: timed(2), wasm: timed(6) });
    stored["seq2seq-lab.backend"] = "cpu";
    open("wasm");
    expect(starts[0]?.asked).toEqual({ name: "wasm", by: "link" });
    comeUp();
    chooseBackend("webgl");
    expect(starts).toHaveLength(1);
    open();
    expect(starts[0]?.asked).toEqual({ name: "webgl", by: "choice" });
    comeUp();
    chooseBackend("automatic");
    expect(pendingBackend(useComputing.getState(), lane())).toBeNull();
  });

  it("holds for the visit where the browser stores nothing", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("denied");
      },
    });
    open();
    comeUp();
    chooseBackend("cpu");
    expect(starts.at(-1)?.asked?.name).toBe("cpu");
  });
});
