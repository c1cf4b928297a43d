import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../engine/setup/config";
import type { StepTime } from "../../workers/protocol";
import {
  fastestOf,
  type Measurements,
  modelKey,
  parseMeasurements,
  type Preference,
  withMeasurement,
  backendToRequest,
} from "./backends";

const timed = (milliseconds: number): StepTime => ({ kind: "timed", milliseconds });

describe("the fastest backend", () => {
  it("has the shortest step", () => {
    expect(fastestOf({ webgl: timed(20), wasm: timed(6), cpu: timed(9) })).toBe("wasm");
    expect(fastestOf({ wasm: timed(9), cpu: timed(2) })).toBe("cpu");
  });

  it("is WebAssembly unless another takes at least a fifth less time", () => {
    expect(fastestOf({ webgl: timed(8.1), wasm: timed(10), cpu: timed(10.5) })).toBe("wasm");
    expect(fastestOf({ webgl: timed(8), wasm: timed(10), cpu: timed(10.5) })).toBe("webgl");
    expect(fastestOf({ wasm: timed(10), threads: timed(9) })).toBe("wasm");
    expect(fastestOf({ wasm: timed(10), threads: timed(8) })).toBe("threads");
  });

  it("is a graphics card only where it also takes a fifth less time than threads", () => {
    expect(fastestOf({ wasm: timed(10), threads: timed(5), webgl: timed(4.5) })).toBe("threads");
    expect(fastestOf({ wasm: timed(10), threads: timed(5), webgpu: timed(3) })).toBe("webgpu");
  });

  it("is never a failed, unavailable or lost one", () => {
    const times = { webgl: { kind: "unavailable" }, wasm: timed(3), cpu: timed(90) } as const;
    expect(fastestOf(times)).toBe("wasm");
    expect(fastestOf(times, ["wasm"])).toBe("cpu");
    expect(fastestOf({ cpu: { kind: "failed", why: "off by 1" } })).toBeNull();
    expect(fastestOf({})).toBeNull();
  });
});

describe("the backend to try first", () => {
  const noPreference: Preference = { insisted: null, choice: "automatic", lost: [] };
  const times = { webgl: timed(5), wasm: timed(20) };

  it("is the link's, else the student's, else the fastest, else null", () => {
    expect(backendToRequest({ ...noPreference, insisted: "cpu", choice: "wasm" }, times)).toEqual({
      name: "cpu",
      by: "link",
    });
    expect(backendToRequest({ ...noPreference, choice: "wasm" }, times)).toEqual({
      name: "wasm",
      by: "choice",
    });
    expect(backendToRequest(noPreference, times)).toEqual({ name: "webgl", by: "measurement" });
    expect(backendToRequest(noPreference, {})).toBeNull();
  });

  it("is never a lost one", () => {
    const insisted = { insisted: "webgl", choice: "wasm", lost: ["webgl"] } as const;
    expect(backendToRequest(insisted, times)).toEqual({ name: "wasm", by: "choice" });
    expect(backendToRequest({ ...noPreference, choice: "webgl", lost: ["webgl"] }, times)).toEqual({
      name: "wasm",
      by: "measurement",
    });
  });
});

describe("the key of a model", () => {
  const sizes = { sourceTokens: 500, targetTokens: 600, maxSourceLength: 12 };

  it("changes with everything that the time of a step depends on, and with nothing else", () => {
    const key = modelKey(DEFAULT_CONFIG, null);
    for (const change of [{ hiddenSize: 128 }, { batchSize: 8 }, { longest: 12 }, { layers: 2 }])
      expect(modelKey({ ...DEFAULT_CONFIG, ...change }, null)).not.toBe(key);
    for (const change of [{ seed: 9 }, { learningRate: 0.001 }, { maxSteps: 50 }])
      expect(modelKey({ ...DEFAULT_CONFIG, ...change }, sizes)).toBe(key);
  });

  it("is known for own pairs once their sizes are known", () => {
    const config = { ...DEFAULT_CONFIG, task: "pairs" } as const;
    expect(modelKey(config, null)).toBeNull();
    const key = modelKey(config, sizes);
    expect(key).not.toBeNull();
    expect(modelKey(config, { ...sizes, targetTokens: 601 })).not.toBe(key);
  });
});

describe("measurements", () => {
  const DAY = 24 * 3_600_000;
  const now = 1000 * DAY;
  const HERE = { now, hasThreads: false };

  it("are read back as they were written", () => {
    const measurements: Measurements = {
      a: { at: now - DAY, times: { webgl: { kind: "unavailable" }, wasm: timed(8.2) } },
      b: { at: now, times: { cpu: { kind: "failed", why: "off by 1" } } },
    };
    expect(parseMeasurements(JSON.stringify(measurements), HERE)).toEqual(measurements);
  });

  it("expire after a month, and invalid ones are skipped", () => {
    const text = JSON.stringify({
      old: { at: now - 31 * DAY, times: { wasm: timed(8) } },
      odd: { at: now, times: { wasm: { kind: "timed" }, abacus: timed(1), cpu: timed(90) } },
      none: 3,
      timeless: { times: {} },
    });
    expect(parseMeasurements(text, HERE)).toEqual({ odd: { at: now, times: { cpu: timed(90) } } });
    for (const damaged of [null, "", "{", "[]", "null", "7"])
      expect(parseMeasurements(damaged, HERE)).toEqual({});
  });

  it("drop unavailable threads where the page can use threads now, and nothing else", () => {
    const unavailable = { kind: "unavailable" } as const;
    const before = { a: { at: now, times: { webgl: unavailable, threads: unavailable } } };
    const text = JSON.stringify(before);
    expect(parseMeasurements(text, HERE)).toEqual(before);
    const after = { a: { at: now, times: { webgl: unavailable } } };
    expect(parseMeasurements(text, { now, hasThreads: true })).toEqual(after);
    const timedBefore = { a: { at: now, times: { threads: timed(3) } } };
    expect(parseMeasurements(JSON.stringify(timedBefore), { now, hasThreads: true })).toEqual(
      timedBefore,
    );
  });

  it("are kept for a limited number of models, the latest", () => {
    let measurements: Measurements = {};
    for (let i = 0; i < 100; i++)
      measurements = withMeasurement(measurements, `model ${i}`, { at: i, times: {} });
    measurements = withMeasurement(measurements, "model 80", { at: 100, times: {} });
    const keys = Object.keys(measurements);
    expect(keys.length).toBeLessThanOrEqual(24);
    expect(keys.at(-1)).toBe("model 80");
    expect(keys.at(-2)).toBe("model 99");
    expect(keys.filter((key) => key === "model 80")).toHaveLength(1);
  });
});
