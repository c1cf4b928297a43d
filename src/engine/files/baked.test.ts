import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { BAKED_CONFIGS, bakedExamples, type BakedEntry, bakedName, bakedTraceFile } from "./baked";
import { generatedTask } from "../tasks/byId";
import { FIRST_EXAMPLES } from "../tasks/firstExamples";
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

it("a task that begins with another example in Korean has a trace for either language", () => {
  expect(FIRST_EXAMPLES.ko.dates).toBe(3);
  expect(bakedExamples("dates")).toEqual([0, 3]);
  expect(bakedExamples("reverse")).toEqual([0]);
});
