/** The whole PyTorch program of every model runs with a model file of the app, and computes the app's numbers. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tensor1d } from "@tensorflow/tfjs-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findTorch, TORCH_MISSING } from "../scripts/find-torch.mjs";
import { traceExample } from "../src/testing/textbookTrace";
import { bakedExamples, bakedName } from "../src/engine/files/baked";
import { BAKED_CONFIGS } from "../src/engine/files/bakedConfigs";
import { readModelFile, writeModelFile } from "../src/engine/files/modelFile";
import { viewWeights } from "../src/engine/model/weights";
import type { Matrix, Trace } from "../src/engine/results/trace";
import { createRandom } from "../src/engine/rng";
import { type Config, DEFAULT_CONFIG } from "../src/engine/setup/config";
import { initialParameters } from "../src/engine/setup/learnedParameters";
import { modelShape } from "../src/engine/setup/modelShape";
import { PRESET_NAMES, withPreset } from "../src/engine/setup/presets";
import { INITIAL_SHOW, type Show } from "../src/engine/show";
import { generatedTask } from "../src/engine/tasks/byId";
import { compose, syllablesOf } from "../src/engine/tasks/hangul/jamo";
import type { Task } from "../src/engine/tasks/task";
import { heldOutExamples } from "../src/engine/training/evaluation";
import { program as english } from "../src/i18n/en/program";
import { program as korean } from "../src/i18n/ko/program";
import { familyConfigs, memberName } from "../src/testing/family";
import { startNodeBackend } from "../src/testing/nodeBackend";
import { transformerName, TRANSFORMERS } from "../src/testing/transformers";
import { lookCode } from "../src/vis/code/lookCode";
import { programPlan } from "../src/vis/code/program/plan";
import { program } from "../src/vis/code/program/program";

const SMALL = { hiddenSize: 8, embeddingSize: 4 };
const FORCED: Show = { ...INITIAL_SHOW, feeding: "truth" };

const python = findTorch();
if (python === null) process.stdout.write(`PyTorch programs left out: ${TORCH_MISSING}\n`);

interface Job {
  readonly name: string;
  readonly config: Config;
  readonly texts: typeof english | typeof korean;
  /** Whether the program also trains. */
  readonly trains: boolean;
}

interface Made extends Job {
  readonly free: Trace;
  readonly forced: readonly Trace[];
  /** The first example as it is typed on the command line; null: the program has it as its own example. */
  readonly typed: string | null;
}

interface Ran {
  readonly printed: string;
  readonly ids: readonly (readonly number[])[];
  readonly answer: readonly number[];
  readonly logits: readonly number[];
  readonly weights: readonly number[];
  readonly forced: readonly (readonly number[])[];
  readonly losses: readonly number[];
  /** Of the code of one look: weights, contexts, output, and the output of PyTorch's own layer. */
  readonly look: readonly (readonly number[])[];
  /** What the program says of the file of another model. */
  readonly refusal: string;
}

const languages = [english, korean] as const;
const inTurn = (i: number) => languages[i % languages.length] ?? english;

const PRESETS: readonly Job[] = PRESET_NAMES.map((name, i) => ({
  name,
  config: withPreset(DEFAULT_CONFIG, name),
  texts: inTurn(i),
  trains: true,
}));

/** The shipped models that the page may show first, each on the first example of its task: letters, words, Hangul, dates. */
const OPENED_FIRST = BAKED_CONFIGS.filter((config) => bakedExamples(config).length > 0);
const SHIPPED: readonly Job[] = OPENED_FIRST.map((config, i) => ({
  name: [config.task, config.attention].join(" "),
  config,
  texts: inTurn(i),
  trains: false,
}));

/** Every member of the family; the order in which the source is read and the coin take turns. */
const MEMBERS: readonly Job[] = familyConfigs().map((member, i) => {
  const coin = (["token", "step", "sequence"] as const)[i % 3] ?? "token";
  const sourceOrder = i % 2 === 0 ? "forward" : "reversed";
  const config: Config = { ...member, ...SMALL, sourceOrder, coin, forcing: i % 4 === 0 ? 1 : 0.5 };
  const name = [memberName(modelShape(config, 30, 30)), sourceOrder].join(" ");
  return { name, config, texts: inTurn(i), trains: false };
});

/** Transformers that together have every option. */
const TRANSFORMER_JOBS: readonly Job[] = TRANSFORMERS.map((shape, i) => {
  const { network, heads, positions, layers } = shape;
  const coin = (["token", "step", "sequence"] as const)[i % 3] ?? "token";
  const kind = { network, heads, positions, layers } as const;
  const config: Config = { ...DEFAULT_CONFIG, ...kind, ...SMALL, coin, forcing: 0.5 };
  return { name: transformerName(shape), config, texts: inTurn(i), trains: false };
});

/** The shipped weights where there are some, else the first weights of a fresh model, twice as large. */
function parametersOf(config: Config, task: Task): Float32Array {
  const baked = bakedName(config);
  if (baked !== null)
    return readModelFile(readFileSync(`public/data/${baked}.safetensors`)).parameters;
  const shape = modelShape(config, task.sourceVocabulary.size, task.targetVocabulary.size);
  return initialParameters(shape, createRandom(5)).map((value) => 2 * value);
}

/** Tasks whose source is typed in another form than its tokens. */
const TYPED: Partial<Record<Config["task"], (source: readonly string[]) => string>> = {
  hangulLetters: inSyllables,
  hangulSounds: inSyllables,
  englishFrench: (source) => source.join(" "),
  dates: (source) => source.join(""),
};

/** Jamo as syllables. */
function inSyllables(source: readonly string[]): string {
  return (syllablesOf(source) ?? []).map(compose).join("");
}

function make(job: Job, path: string): Made {
  const { config, texts } = job;
  if (config.task === "pairs") throw new Error("program: own pairs have no default example");
  const task = generatedTask(config.task, config);
  const { sourceVocabulary, targetVocabulary } = task;
  const parameters = parametersOf(config, task);
  const shape = modelShape(config, sourceVocabulary.size, targetVocabulary.size);
  const model = { task, runId: null, shape, weights: viewWeights(shape, tensor1d(parameters)), trainedSteps: 0 }; // prettier-ignore
  const trace = (pair: (typeof pairs)[number], show: Show): Trace =>
    traceExample(model, { source: pair.source, answer: pair, show });
  const pairs = heldOutExamples(task).slice(0, 2);
  const [first] = pairs;
  if (!first) throw new Error("program: the task has no examples");
  const free = trace(first, INITIAL_SHOW);
  const saved = { config, sourceTokens: sourceVocabulary.tokens, targetTokens: targetVocabulary.tokens, steps: 0, parameters }; // prettier-ignore
  writeFileSync(`${path}.safetensors`, writeModelFile(saved));
  writeFileSync(`${path}.py`, program(programPlan(free, config, texts)));
  const typed = TYPED[config.task]?.(first.source) ?? null;
  return { ...job, free, typed, forced: pairs.map((pair) => trace(pair, FORCED)) };
}

const LOOK = { layer: 0, step: 1 } as const; // every job answers with two steps at least

/** The code of one look of a Transformer; null for other models. */
function lookOf(free: Trace): object | null {
  if (!free.transformer) return null;
  const lines = lookCode(free, LOOK.layer);
  return { ...LOOK, code: lines.map(({ code }) => code).join("\n") };
}

/** One Python for all programs: PyTorch takes seconds to load. */
function runAll(made: readonly Made[], pathOf: (i: number) => string): Ran[] {
  const input = made.map(({ config, free, forced, trains, typed }, i) => ({
    program: `${pathOf(i)}.py`,
    file: `${pathOf(i)}.safetensors`,
    sources: forced.map(({ source }) => written(config, source.slice(0, -1).map(({ text }) => text))), // prettier-ignore
    targets: forced.map(({ expected }) => expected?.map(({ id }) => id)),
    trains,
    look: lookOf(free),
    typed: typed === null ? [] : [typed],
    other: `${pathOf(i === made.length - 1 ? 0 : made.length - 1)}.safetensors`,
  }));
  const options = { cwd: import.meta.dirname, encoding: "utf8", input: JSON.stringify(input), maxBuffer: 2 ** 28 } as const; // prettier-ignore
  const { stdout, stderr, status } = spawnSync(python ?? "", ["run_programs.py"], options);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Ran[];
}

const written = ({ sourceOrder }: Config, read: readonly string[]): readonly string[] =>
  sourceOrder === "reversed" ? read.toReversed() : read;

const largestDifference = (ours: readonly number[], theirs: readonly number[]): number =>
  Math.max(...ours.map((value, i) => Math.abs(value - (theirs[i] ?? Infinity))));

const spaceOf = ({ task }: Trace): string => (task.targetUnit === "word" ? " " : "");

/** Numbers of 32 bits round in proportion to their size. */
const inProportion = (ours: readonly number[], theirs: readonly number[]): number =>
  largestDifference(ours, theirs) / Math.max(1, ...ours.map(Math.abs));

const logitsOf = ({ steps }: Trace): number[] => steps.flatMap(({ logits }) => [...logits]);
const weightsOf = ({ steps }: Trace): number[] => steps.flatMap(({ attention }) => [...(attention?.weights ?? [])]); // prettier-ignore

describe.skipIf(python === null)("the PyTorch program (needs PyTorch)", () => {
  let folder = "";
  let made: readonly Made[] = [];
  let ran: readonly Ran[] = [];
  const pathOf = (i: number): string => join(folder, String(i));

  beforeAll(async () => {
    await startNodeBackend("wasm");
    folder = mkdtempSync(join(tmpdir(), "program-"));
    made = [...PRESETS, ...SHIPPED, ...MEMBERS, ...TRANSFORMER_JOBS].map((job, i) =>
      make(job, pathOf(i)),
    );
    ran = runAll(made, pathOf);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  /** The models for which a difference is too large, or a statement false. */
  const failing = (compare: (made: Made, ran: Ran) => number | boolean) =>
    made.flatMap((each, i) => {
      const result = compare(each, ran[i] as Ran);
      const isRight = typeof result === "number" ? result < 1e-5 : result;
      return isRight ? [] : [[each.name, result]];
    });

  it("answers the app's default example with the app's logits", () => {
    const presets = PRESETS.map(({ name }, i) => {
      const { free } = made[i] as Made;
      return [name, inProportion(logitsOf(free), ran[i]?.logits ?? []) < 1e-5];
    });
    expect(presets).toEqual(PRESETS.map(({ name }) => [name, true]));
    expect(failing(({ free }, { logits }) => inProportion(logitsOf(free), logits))).toEqual([]);
  });

  it("has the app's attention weights", () => {
    const weights = failing(({ free }, result) =>
      largestDifference([0, ...weightsOf(free)], [0, ...result.weights]),
    );
    expect(weights).toEqual([]);
  });

  it("prints the tokens of the app's answer", () => {
    const printed = failing(({ free, texts }, result) => {
      const tokens = free.steps.map(({ chosen }) => chosen.text).join(spaceOf(free));
      const end = free.ending === "eos" ? "\n" : ""; // the program has a limit of its own
      return result.printed.includes(`${texts.answer} ${tokens}${end}`);
    });
    expect(printed).toEqual([]);
  });

  it("computes a padded batch with teacher forcing as the app computes each source alone", () => {
    const batch = failing(({ forced }, result) =>
      Math.max(...forced.map((trace, i) => inProportion(logitsOf(trace), result.forced[i] ?? []))),
    );
    expect(batch).toEqual([]);
  });

  it("has one look of a Transformer, with the app's numbers and those of PyTorch's own layer", () => {
    const looks = made.filter(({ free }) => free.transformer !== null);
    expect(looks.length).toBeGreaterThan(TRANSFORMER_JOBS.length);
    const wrong = failing(({ free }, { look }) => {
      const heads = free.transformer?.cross[LOOK.layer] ?? [];
      const [weights = [], contexts = [], output = [], theirs = []] = look;
      const row = ({ columns, data }: Matrix) => Array.from(data.subarray(LOOK.step * columns, (LOOK.step + 1) * columns)); // prettier-ignore
      return Math.max(
        largestDifference([0, ...heads.flatMap((head) => row(head.weights))], [0, ...weights]),
        largestDifference([0, ...heads.flatMap((head) => row(head.contexts))], [0, ...contexts]),
        largestDifference([0, ...output], [0, ...theirs]),
      );
    });
    expect(wrong).toEqual([]);
  });

  it("refuses the file of another model with a sentence", () => {
    const refused = failing(({ texts }, result) => {
      const [before = ""] = texts.otherModel.split("{");
      return result.refusal.startsWith(before);
    });
    expect(refused).toEqual([]);
  });

  it.each(PRESETS.map(({ name }, i) => [name, i] as const))(
    "learns in its training loop: %s",
    (_, i) => {
      const [before = 0, after = 0] = ran[i]?.losses ?? [];
      expect(after).toBeLessThan(before);
    },
  );
});
