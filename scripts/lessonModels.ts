/** The models that the claims of lessons are measured on: the shipped ones, or new ones of a seed. */
import { readFileSync } from "node:fs";
import { type BakedEntry, bakedName, bakedRecordFile } from "../src/engine/files/baked";
import { readBaked } from "../src/workers/run/loadBaked";
import { resolveExample, traceRun } from "../src/workers/session/traceRun";
import { plainConfig } from "../src/engine/files/bakedConfigs";
import type { Edit } from "../src/engine/edits/edit";
import type { Trace } from "../src/engine/results/trace";
import { createRandom } from "../src/engine/rng";
import type { Config } from "../src/engine/setup/config";
import { INITIAL_SHOW, type Show } from "../src/engine/show";
import { generatedTask } from "../src/engine/tasks/byId";
import type { GeneratedTaskId, Pair, Task } from "../src/engine/tasks/task";
import type { Arithmetic } from "../src/engine/training/learner";
import { type Run, RunMaker } from "../src/workers/run/run";
import { type NameNetworks, shippedNetworks, trainedNetworks } from "./lessonNames";

interface Subject {
  readonly task: GeneratedTaskId;
  /** What differs from the task's default set-up. */
  readonly change?: Partial<Config>;
  /** Another task in its place, with the same tokens. The page ships no model of it. */
  readonly of?: (task: Task) => Task;
}

const NONE = { attention: "none" } as const;
const HALF = { forcing: 0.5 } as const; // the truth for half of the tokens

const FEW = 300;

/** Training draws from a few pairs only, as from a small corpus. */
function withFewPairs(task: Task): Task {
  const random = createRandom(FEW);
  const pairs = Array.from({ length: FEW }, () => task.sample(random, "train"));
  const draw = (from: typeof random): Pair => pairs[from.below(FEW)] ?? task.sample(from, "train");
  return { ...task, sample: (from, split) => (split === "train" ? draw(from) : task.sample(from, split)) };
} // prettier-ignore

/** The letter that fills answers or sources up. No word contains it. */
export const FILLER = "z";

const filledUp = (tokens: readonly string[], length: number): string[] => [
  ...tokens,
  ...Array.from({ length: length - tokens.length }, () => FILLER),
];

/** The task with every pair changed. No source contains the filler by itself. */
function withFilled(task: Task, fill: (pair: Pair) => Partial<Pair>): Task {
  const sample: Task["sample"] = (random, split) => {
    let pair = task.sample(random, split);
    while (pair.source.includes(FILLER)) pair = task.sample(random, split);
    return { ...pair, ...fill(pair), gold: null };
  };
  return { ...task, firstHeldOut: [], sample, solve: () => null };
}

/** Every answer is filled up to the length of the longest one, as by padding that the loss does not leave out. */
const withFilledAnswers = (task: Task): Task =>
  withFilled(task, ({ target }) => ({ target: filledUp(target, task.maxTargetLength) }));

/** Every source is filled up to the length of the longest one, as by padding that no mask keeps out. */
const withFilledSources = (task: Task): Task =>
  withFilled(task, ({ source }) => ({ source: filledUp(source, task.maxSourceLength) }));

const SUBJECTS = {
  additive: { task: "reverse" },
  none: { task: "reverse", change: NONE },
  wide: { task: "reverse", change: { ...NONE, hiddenSize: 84 } },
  reversed: { task: "reverse", change: { ...NONE, sourceOrder: "reversed" } },
  dot: { task: "reverse", change: { attention: "dot" } },
  bothWays: { task: "reverse", change: { attention: "general", direction: "bidirectional" } },
  lstm: { task: "reverse", change: { ...NONE, cell: "lstm" } },
  translation: { task: "englishFrench" },
  translationDot: { task: "englishFrench", change: { attention: "dot" } },
  transformer: {
    task: "englishFrench",
    change: { network: "transformer", learningRate: 0.002 },
  },
  fewPairs: { task: "englishFrench", of: withFewPairs },
  filled: { task: "reverse", of: withFilledAnswers },
  filledSources: { task: "reverse", of: withFilledSources },
  coinPerToken: { task: "reverse", change: { ...NONE, ...HALF } },
  coinPerStep: { task: "reverse", change: { ...NONE, ...HALF, coin: "step" } },
  coinPerSequence: { task: "reverse", change: { ...NONE, ...HALF, coin: "sequence" } },
  fiveNumbers: { task: "englishFrench", change: { hiddenSize: 5 } },
  fiveNumbersKorean: { task: "englishKorean", change: { hiddenSize: 5 } },
} as const satisfies Readonly<Record<string, Subject>>;

export type ModelName = keyof typeof SUBJECTS;

/** Where models come from. */
export interface Lab {
  /** A run at this update; absent: with all its training. The same run goes on from call to call. */
  at(name: ModelName, update?: number): Promise<Run>;
  /** The networks that read and write names alone. */
  names(): Promise<NameNetworks>;
}

function configOf(name: ModelName, seed: number): Config {
  const { task, change }: Subject = SUBJECTS[name];
  return { ...plainConfig(task), ...change, seed };
}

function taskOf(name: ModelName, config: Config): Task {
  const { task: id, of }: Subject = SUBJECTS[name];
  const task = generatedTask(id, config);
  return of ? of(task) : task;
}

async function trainTo(run: Run, update: number): Promise<void> {
  const { trainer } = run;
  if (!trainer) return;
  while (trainer.steps < update) await trainer.step(run.config);
  run.losses.push(...(await trainer.takeLosses()));
}

/**
 * Trains models of a seed. A lower update after a higher one begins anew.
 * @param updates of a model's whole training
 * @param share of the training of the networks of names, 0 to 1
 */
export function trainingLab(
  arithmetic: Arithmetic,
  seed: number,
  updates: (name: ModelName) => number,
  share = 1,
): Lab {
  const make = new RunMaker(() => arithmetic);
  const runs = new Map<ModelName, Run>();
  let names: Promise<NameNetworks> | null = null;
  return {
    names: () => (names ??= trainedNetworks(seed, share)),
    async at(name, update = updates(name)) {
      const config = configOf(name, seed);
      const known = runs.get(name);
      const run =
        known && known.model.steps <= update ? known : make.fresh(taskOf(name, config), config);
      if (run !== known) known?.model.dispose();
      runs.set(name, run);
      await trainTo(run, update);
      return run;
    },
  };
}

/** A shipped model. @throws if the page ships none with this set-up */
function readShipped(task: Task, config: Config): ReturnType<typeof readBaked> {
  const record = readFileSync(`public/data/${bakedRecordFile(bakedName(config) ?? "")}`, "utf8");
  const entry = JSON.parse(record) as BakedEntry;
  return readBaked(task, entry, readFileSync(`public/data/${entry.files.weights.file}`));
}

/** The shipped models, which know one update: their last. */
export function shippedLab(arithmetic: Arithmetic): Lab {
  const make = new RunMaker(() => arithmetic);
  return {
    names: shippedNetworks,
    async at(name) {
      const config = configOf(name, 1);
      const task = taskOf(name, config);
      return make.baked(task, config, readShipped(task, config));
    },
  };
}

const EXAMPLES = 40;

/** The decodes of held-out examples. */
export function tracesOf(
  run: Run,
  show: Partial<Pick<Show, "feeding">> = {},
  count = EXAMPLES,
): Promise<Trace[]> {
  return Promise.all(Array.from({ length: count }, (_, index) => traceOf(run, index, show)));
}

/** The decode of one held-out example. */
export function traceOf(
  run: Run,
  index: number,
  show: { readonly feeding?: Show["feeding"]; readonly edits?: readonly Edit[] } = {},
): Promise<Trace> {
  const example = { kind: "heldOut", index } as const;
  const resolved = resolveExample(run, example);
  if ("problem" in resolved) throw new Error(`lessons: no held-out example ${index}`);
  return traceRun(run, null, { ...resolved, show: { ...INITIAL_SHOW, ...show, example } });
}
