import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  BAKED_CONFIGS,
  bakedDifferences,
  bakedExamples,
  type BakedEntry,
  bakedName,
  bakedTraceFile,
} from "./baked";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { withPreset } from "../setup/presets";
import { generatedTask } from "../tasks/byId";
import { readTrace } from "./traceCodec";
import { heldOutExamples } from "../training/evaluation";

const FOLDER = new URL("../../../public/data/", import.meta.url);
const MOST_BYTES = 5_000_000; // of all files together

const read = (file: string): Buffer => readFileSync(new URL(file, FOLDER));
const manifest = JSON.parse(read("manifest.json").toString()) as readonly BakedEntry[];
const files = manifest.flatMap((entry) => [entry.files.weights, ...entry.files.traces]);

describe("the shipped models", () => {
  it("are those of the set-ups that are baked, with their settings of today", () => {
    expect(manifest.map(({ name }) => name)).toEqual(BAKED_CONFIGS.map(bakedName));
    expect(manifest.map(({ config }) => config)).toEqual(BAKED_CONFIGS);
  });

  it("lie in the files that the manifest lists, and no others do", () => {
    for (const { file, bytes, sha256 } of files) {
      const content = read(file);
      expect([file, content.byteLength]).toEqual([file, bytes]);
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
    }
    const listed = ["manifest.json", ...files.map(({ file }) => file)];
    expect(readdirSync(FOLDER).toSorted()).toEqual(listed.toSorted());
  });

  it("are small enough", () => {
    const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + read(file).byteLength, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it.each(BAKED_CONFIGS)(
    "have a trace of each example that $task, $attention begins with",
    (config) => {
      const name = bakedName(config) ?? "";
      if (config.task === "pairs") throw new Error("a user's own pairs are not shipped");
      const task = generatedTask(config.task, config);
      const heldOut = heldOutExamples(task);
      for (const index of bakedExamples(config.task)) {
        const trace = readTrace(read(bakedTraceFile(name, index)).toString());
        const shown = trace.source.map(({ text }) => text);
        expect(shown.slice(0, -1)).toEqual(heldOut[index]?.source); // <eos> ends it
        expect(trace.runId).toBeNull();
        expect(trace.task.id).toBe(config.task);
        expect(task).toMatchObject(trace.task);
      }
    },
  );
});

it("a task with examples in several languages has a trace of the first one in each", () => {
  expect(bakedExamples("dates")).toEqual([0, 3]);
  expect(bakedExamples("reverse")).toEqual([0]);
});

/** The default set-up with a change, against its shipped model. */
function differences(change: Partial<Config>): string[] {
  return bakedDifferences({ ...DEFAULT_CONFIG, ...change }).map(
    ({ name, baked, wanted }) => `${name} ${baked}, not ${wanted}`,
  );
}

describe("how the shipped model of a set-up was trained otherwise", () => {
  it("is in nothing for the set-ups that are baked, and for one that has no shipped model", () => {
    for (const config of BAKED_CONFIGS) expect(bakedDifferences(config)).toEqual([]);
    expect(differences({ hiddenSize: 128, dropout: 0.3 })).toEqual([]);
  });

  it("is in every setting that shapes training", () => {
    const change = { dropout: 0.3, learningRate: 0.01, clipNorm: 5, forcing: 0.5 };
    expect(differences({ ...change, schedule: "linear" })).toEqual([
      "dropout 0, not 0.3",
      "learningRate 0.006, not 0.01",
      "clipNorm 1, not 5",
      "forcing 1, not 0.5",
      "schedule constant, not linear",
    ]);
  });

  it("is in the dropout of a preset that a shipped model fits otherwise", () => {
    expect(bakedDifferences(withPreset(DEFAULT_CONFIG, "bahdanauTutorial"))).toEqual([
      { name: "dropout", baked: 0, wanted: 0.1 },
    ]);
  });

  it("is not in what had no effect: coins are not tossed for it, and no schedule has a half-life", () => {
    expect(differences({ coin: "step", halfLife: 100, forcingFloor: 0.2 })).toEqual([]);
    const falling = { coin: "step", halfLife: 100, forcingFloor: 0.2, schedule: "linear" } as const;
    expect(differences(falling)).toEqual(["schedule constant, not linear"]);
  });

  it("is neither in when training stops nor in how the example on the stage is decoded", () => {
    const change = { targetMatch: 0.5, maxSteps: 5000, decoding: "beam", beamWidth: 5 } as const;
    expect(differences(change)).toEqual([]);
  });
});
