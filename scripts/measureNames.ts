/**
 * `npm run names:measure`: trains classifiers and generators on the shipped names with three seeds and writes
 * docs/names-measured.md. It takes some minutes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { type AloneConfig, DEFAULT_ALONE } from "../src/engine/alone/aloneConfig";
import { baselines } from "../src/engine/alone/baselines";
import { ranked } from "../src/engine/alone/belief";
import type { NameFile } from "../src/engine/alone/nameFile";
import { type NameTask, nameTask } from "../src/engine/alone/names";
import { shippedNames } from "../src/engine/alone/shippedNames";
import { evaluateAlone } from "../src/engine/fused/alone/evaluate";
import { readName } from "../src/engine/fused/alone/read";
import { type AloneTrainer, createAloneTrainer } from "../src/engine/fused/alone/trainer";
import { writeNames } from "../src/engine/fused/alone/write";
import { createWasmOps } from "../src/engine/fused/wasm/wasmOps";

const FILE = "docs/names-measured.md";
const SEEDS = [1, 2, 3];
const WRITTEN = 12; // names of each class
const TEMPERATURES = [0.5, 0.8, 1.2];

const created = await createWasmOps();
if (!created) throw new Error("expected WebAssembly SIMD, which this Node lacks");
const ops = created;
const file = JSON.parse(readFileSync("public/data/names.json", "utf8")) as NameFile;

type Settings = Partial<AloneConfig> & { readonly names: "latin" | "native" };

const taskOf = ({ names, accents = "kept" }: Settings): NameTask =>
  nameTask(shippedNames(file, names), accents);

async function trained(settings: Settings): Promise<AloneTrainer> {
  const config = { ...DEFAULT_ALONE, ...settings };
  const trainer = createAloneTrainer(ops, taskOf(settings), config);
  while (trainer.steps < config.updates) await trainer.step(config);
  return trainer;
}

const share = (value: number): string => value.toFixed(3);
const range = (values: readonly number[]): string =>
  `${share(Math.min(...values))} to ${share(Math.max(...values))}`;
const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const CLASSIFIERS: readonly (readonly [string, Settings])[] = [
  ["Latin letters", { names: "latin" }],
  ["Latin letters, two directions", { names: "latin", direction: "bidirectional" }],
  ["Latin letters without accents", { names: "latin", accents: "removed" }],
  ["own scripts", { names: "native" }],
];

async function classifierRow([name, settings]: (typeof CLASSIFIERS)[number]): Promise<string> {
  const task = taskOf(settings);
  const rivals = baselines(task);
  const right: number[] = [];
  const trainRight: number[] = [];
  for (const seed of SEEDS) {
    const trainer = await trained({ ...settings, seed });
    const { train, heldOut } = await evaluateAlone(trainer);
    right.push(heldOut.right);
    trainRight.push(train.right);
    trainer.learner.dispose();
  }
  const counts = [task.classes.length, task.train.length, task.heldOut.length, task.ambiguous];
  const { majority, letters, grams } = rivals;
  const baseline = [majority, letters, grams].map(share);
  return row([name, ...counts.map(String), ...baseline, range(right), range(trainRight)]);
}

/** Names of every class at one temperature: how many are new, and how many the classifier puts into their class. */
async function writerRow(
  name: string,
  { generator, judge }: { readonly generator: AloneTrainer; readonly judge: AloneTrainer },
  temperature: number,
): Promise<string> {
  const { classes } = generator.task;
  const labels = classes.flatMap((_, label) => Array.from({ length: WRITTEN }, () => label));
  const choice = { kind: "sample", temperature, seed: 1 } as const;
  const all = await writeNames(generator, { labels, beginning: "", choice });
  const names = all.filter((each) => each.name !== "");
  let right = 0;
  for (const each of names) {
    const { beliefs } = await readName(judge, each.name);
    if (ranked(beliefs.at(-1) ?? [])[0]?.label === each.label) right += 1;
  }
  const of = (novelty: string): string =>
    share(names.filter((each) => each.novelty === novelty).length / names.length);
  const novelties = ["new", "trained", "heldOut", "otherClass"].map(of);
  return row([
    name,
    String(temperature),
    String(names.length),
    ...novelties,
    share(right / names.length),
  ]);
}

async function writerRows(name: string, settings: Settings): Promise<string[]> {
  const generator = await trained({ ...settings, alone: "generator", dropout: 0.1, updates: 1000 });
  const judge = await trained(settings);
  const { heldOut } = await evaluateAlone(generator);
  const rows: string[] = [];
  const label = `${name} (held-out loss ${heldOut.loss.toFixed(2)} nats a letter)`;
  for (const temperature of TEMPERATURES)
    rows.push(await writerRow(label, { generator, judge }, temperature));
  return rows;
}

const table = (head: readonly string[], rows: readonly string[]): string =>
  [row(head), row(head.map(() => "---")), ...rows].join("\n");

const classifiers: string[] = [];
for (const each of CLASSIFIERS) classifiers.push(await classifierRow(each));
const writers = [
  ...(await writerRows("Latin letters", { names: "latin" })),
  ...(await writerRows("own scripts", { names: "native" })),
];
writeFileSync(
  FILE,
  `# What names teach, measured

Written by \`npm run names:measure\`; do not edit. Source:
the lists of names in ${file.source}, under the MIT licence (names.LICENSE.txt). Every model is a
GRU of 64 units, embedding 16, Adam at 0.006, batches of 64, on WebAssembly.

## Reading alone: names to languages

A classifier after ${DEFAULT_ALONE.updates} updates with dropout ${DEFAULT_ALONE.dropout}, seeds ${SEEDS.join(", ")}: the share of names in their class, on
held-out names and on as many training names. Beside it, on the same held-out names: always the
largest class, and naive Bayes over single letters and over one to three letters in a row.

${table(
  [
    "names",
    "classes",
    "training",
    "held out",
    "in several lists",
    "largest class",
    "letters",
    "1-3 letters",
    "network, held out",
    "network, training",
  ],
  classifiers,
)}

Counting one to three letters in a row is as good a reader of these short lists as this network, or
a better one. The state of the network can hold the order of all letters.

A name tells in which list it stands. It tells nothing about a person: people bear names of every
language, and the lists are samples of one package.

## Writing alone: names letter by letter

A generator after 1000 updates with dropout 0.1, seed 1. ${WRITTEN} names of each class are drawn. *New*: in
none of the lists, accents and capitals aside. *Right*: the classifier of the table above, which has
not seen these names, puts the name into the class that the generator was told.

${table(
  [
    "names",
    "temperature",
    "written",
    "new",
    "training name",
    "held-out name",
    "other class",
    "right",
  ],
  writers,
)}
`,
);
console.log(readFileSync(FILE, "utf8"));
