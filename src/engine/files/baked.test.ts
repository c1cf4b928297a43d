import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { shippedEntry, shippedFile as read } from "../../testing/shippedModel";
import {
  bakedDifferences,
  bakedExamples,
  bakedFilmFile,
  bakedName,
  bakedRecordFile,
  bakedTraceFile,
  filmedUpdates,
} from "./baked";
import { SHIPPED_NETWORKS, shippedNetworkFile } from "../alone/shippedNetworks";
import { BAKED_CONFIGS, plainConfig } from "./bakedConfigs";
import { type Config, DEFAULT_CONFIG } from "../setup/config";
import { withPreset } from "../setup/presets";
import { RECURRENT_PRESETS } from "../../testing/recurrentPresets";
import { withTask } from "../tasks/difficulty";
import { generatedTask } from "../tasks/byId";
import type { Trace } from "../results/trace";
import type { GeneratedTaskId } from "../tasks/task";
import { readFilm } from "./filmCodec";
import { readTrace } from "./traceCodec";
import { heldOutExamples } from "../training/evaluation";

const FOLDER = new URL("../../../public/data/", import.meta.url);
/** The tasks that have a model of every preset. */
const WITH_PRESETS = [
  "reverse",
  "dates",
  "englishFrench",
  "englishKorean",
  "hangulLetters",
] as const;
const MOST_BYTES = 12_500_000; // of all files together

const records = BAKED_CONFIGS.map(shippedEntry);
const OPENED_FIRST = BAKED_CONFIGS.filter((config) => bakedExamples(config).length > 0);
const files = records.flatMap(({ files: { weights, traces, film } }) => [
  weights,
  ...traces,
  ...(film ? [film] : []),
]);

describe("the shipped models", () => {
  it("are those of the baked set-ups, with the current settings and names of their own", () => {
    const names = BAKED_CONFIGS.map(bakedName);
    expect(new Set(names).size).toBe(BAKED_CONFIGS.length);
    expect(records.map(({ name }) => name)).toEqual(names);
    expect(records.map(({ config }) => config)).toEqual(BAKED_CONFIGS);
  });

  it("have a loss of every update, and an evaluation of the last one", () => {
    for (const { name, steps, losses, evaluations } of records) {
      expect([name, losses.length]).toEqual([name, steps]);
      expect([name, evaluations.at(-1)?.step]).toEqual([name, steps]);
    }
  });

  it("are exactly the files that their records list", () => {
    for (const { file, bytes, sha256 } of files) {
      const content = read(file);
      expect([file, content.byteLength]).toEqual([file, bytes]);
      expect(createHash("sha256").update(content).digest("hex")).toBe(sha256);
    }
    const recordFiles = records.map(({ name }) => bakedRecordFile(name));
    const listed = [...recordFiles, ...files.map(({ file }) => file)];
    const names = ["names.json", "names.LICENSE.txt"]; // the lists of names
    const others = [
      ...names,
      ...Object.values(SHIPPED_NETWORKS).map(({ alone }) => shippedNetworkFile(alone)),
    ];
    expect(readdirSync(FOLDER).toSorted()).toEqual([...listed, ...others].toSorted());
  });

  it("are small enough", () => {
    const bytes = readdirSync(FOLDER).reduce((sum, file) => sum + read(file).byteLength, 0);
    expect(bytes).toBeLessThan(MOST_BYTES);
  });

  it.each(OPENED_FIRST)("have a trace of each first example of $task, $attention", (config) => {
    const name = bakedName(config) ?? "";
    if (config.task === "pairs") throw new Error("a user's own pairs are not shipped");
    const task = generatedTask(config.task, config);
    const heldOut = heldOutExamples(task);
    for (const index of bakedExamples(config)) {
      const trace = readTrace(read(bakedTraceFile(name, index)).toString());
      const shown = trace.source.map(({ text }) => text);
      expect(shown.slice(0, -1)).toEqual(heldOut[index]?.source); // <eos> ends it
      expect(trace.runId).toBeNull();
      expect(trace.task.id).toBe(config.task);
      expect(task).toMatchObject(trace.task);
    }
  });
});

/** The mean weight on the tokens that the rule links, over the steps before <eos>. */
function alignedWeight({ gold, steps }: Trace): number {
  const rows = steps.slice(0, -1).flatMap(({ attention }, t) => {
    const links = gold?.[t] ?? [];
    const sum = links.reduce((total, s) => total + (attention?.weights[s] ?? 0), 0);
    return links.length > 0 ? [sum] : [];
  });
  return rows.reduce((sum, row) => sum + row, 0) / rows.length;
}

const FILMED = BAKED_CONFIGS.filter((config) => filmedUpdates(config).length > 0);

describe.each(FILMED)("the film of $task", (config) => {
  const content = read(bakedFilmFile(bakedName(config) ?? ""));
  const film = readFilm(content.toString());
  const task = generatedTask(config.task as GeneratedTaskId, config);

  it("has at least six maps of the first example, its rows the expected answer", () => {
    expect(film.map(({ update }) => update)).toEqual(filmedUpdates(config));
    expect(film.length).toBeGreaterThanOrEqual(6);
    const [first] = heldOutExamples(task);
    for (const { update, trace } of film) {
      expect(trace.trainedSteps).toBe(update);
      expect(trace.source.slice(0, -1).map(({ text }) => text)).toEqual(first?.source);
      expect(trace.steps).toHaveLength((first?.target.length ?? 0) + 1);
      expect(trace.show.feeding).toBe("truth");
      expect(trace.steps[1]?.input.text).toBe(first?.target[0]);
    }
  });

  it("starts as fog and ends as an alignment", () => {
    const aligned = film.map(({ trace }) => alignedWeight(trace));
    expect(aligned[0]).toBeLessThan(0.25);
    expect(aligned.at(-1)).toBeGreaterThan(0.6);
  });

  it("is at most 60 kB compressed", () => {
    expect(gzipSync(content).byteLength).toBeLessThan(60_000);
  });
});

it("a task with examples in several languages has a trace of the first example in each", () => {
  expect(bakedExamples(plainConfig("dates"))).toEqual([0, 3]);
  expect(bakedExamples(plainConfig("reverse"))).toEqual([0]);
  expect(bakedExamples({ ...plainConfig("dates"), attention: "none" })).toEqual([0, 3]);
  expect(bakedExamples({ ...plainConfig("dates"), timing: "luong" })).toEqual([]);
});

/** Of the default set-up with a change. */
function nameOf(change: Partial<Config>): string | null {
  return bakedName({ ...DEFAULT_CONFIG, ...change });
}

describe("the shipped model of a set-up", () => {
  it("shares every setting that needs a fresh model", () => {
    expect(nameOf({})).toBe("reverse-additive");
    expect(nameOf({ attention: "dot" })).toBe("reverse-dot");
    expect(nameOf({ timing: "luong" })).toBe("reverse-additive-luong");
    expect(nameOf({ timing: "luong", hiddenSize: 96 })).toBeNull();
    expect(nameOf({ seed: 2 })).toBeNull();
    expect(nameOf({ longest: 9 })).toBeNull();
  });

  it("ignores the settings without effect", () => {
    expect(nameOf({ attention: "none", timing: "luong", inputFeeding: "on" })).toBe("reverse-none");
    expect(nameOf({ inputFeeding: "on" })).toBe("reverse-additive");
  });

  it("is the one whose training differs least, where several share its structure", () => {
    expect(nameOf({ forcing: 0 })).toBe("reverse-additive-forcing0");
    expect(nameOf({ forcing: 0, learningRate: 0.01 })).toBe("reverse-additive-forcing0");
    expect(nameOf({ dropout: 0.1 })).toBe("reverse-additive-dropout0.1");
    expect(nameOf({ learningRate: 0.01 })).toBe("reverse-additive");
  });
});

/** The differences between the default set-up with a change, and its shipped model. */
function differences(change: Partial<Config>): string[] {
  return bakedDifferences({ ...DEFAULT_CONFIG, ...change }).map(
    ({ name, baked, wanted }) => `${name} ${baked}, not ${wanted}`,
  );
}

describe("differences between a set-up and the training of its shipped model", () => {
  it("are none for the baked set-ups, and for a set-up without a shipped model", () => {
    for (const config of BAKED_CONFIGS) expect(bakedDifferences(config)).toEqual([]);
    expect(differences({ hiddenSize: 128, dropout: 0.3 })).toEqual([]);
  });

  it("include every setting that changes training", () => {
    const change = { dropout: 0.3, learningRate: 0.01, clipNorm: 5, forcing: 0.5 };
    expect(differences({ ...change, schedule: "linear" })).toEqual([
      "dropout 0, not 0.3",
      "learningRate 0.006, not 0.01",
      "clipNorm 1, not 5",
      "forcing 1, not 0.5",
      "schedule constant, not linear",
    ]);
  });

  it("include the dropout of a preset whose own model is not shipped", () => {
    const copy = withTask(DEFAULT_CONFIG, "copy");
    expect(bakedDifferences(withPreset(copy, "bahdanauTutorial"))).toEqual([
      { name: "dropout", baked: 0, wanted: 0.1 },
    ]);
  });

  it.each(WITH_PRESETS)("are none for every preset of %s, which has a model of its own", (task) => {
    for (const name of RECURRENT_PRESETS) {
      const config = withPreset(plainConfig(task), name);
      expect([name, bakedName(config) !== null, bakedDifferences(config)]).toEqual([
        name,
        true,
        [],
      ]);
    }
  });

  it("leave out settings without effect, such as the coin and the half-life without a schedule", () => {
    expect(differences({ coin: "step", halfLife: 100, forcingFloor: 0.2 })).toEqual([]);
    const falling = { coin: "step", halfLife: 100, forcingFloor: 0.2, schedule: "linear" } as const;
    expect(differences(falling)).toEqual(["schedule constant, not linear"]);
  });

  it("leave out when training stops", () => {
    expect(differences({ targetMatch: 0.5, maxSteps: 5000 })).toEqual([]);
  });
});
