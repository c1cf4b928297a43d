/**
 * `npm run gradients [-- MODEL...]`: trains Reverse with each cell, with and without attention, and measures how much
 * shorter the gradient of the first encoder state is than that of the last one. Writes docs/gradients-measured.md.
 * Results stay in .cache/gradients, so an interrupted run can continue; delete the folder to measure again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { gradientRoads } from "../src/engine/reference/backward/roads";
import type { RoadsExample } from "../src/engine/results/roads";
import { createRandom } from "../src/engine/rng";
import {
  type AttentionKind,
  type CellKind,
  type Config,
  DEFAULT_CONFIG,
} from "../src/engine/setup/config";
import { generatedTask } from "../src/engine/tasks/byId";
import type { Task } from "../src/engine/tasks/task";
import { EOS, SOS } from "../src/engine/text/tokens";
import { createTrainer, type Trainer } from "../src/engine/training/trainer";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import { roadLengths } from "../src/vis/facts/roadLengths";
import { lengthText } from "../src/vis/tex/roadText";

const FILE = "docs/gradients-measured.md";
const CACHE = ".cache/gradients";
const CELLS: readonly CellKind[] = ["rnn", "gru", "lstm"];
const KINDS: readonly AttentionKind[] = ["none", "additive", "dot"];
const LENGTHS = [5, 10, 20]; // letters of a source
const UPDATES = [0, 600];
const EXAMPLES = 20; // of each length
const SEEDS = [1, 2, 3];

const arithmetic = await startNodeArithmetic();

/** The gradient of the first encoder state over that of the last one, each by update and length. */
interface Ratios {
  readonly hidden: readonly (readonly number[])[];
  readonly memory: readonly (readonly number[])[] | null;
}

/** Held-out sources of this length, fed their right answers; the loss is that of the last letter, the source's first. */
function examplesOf(task: Task, length: number): RoadsExample[] {
  const random = createRandom(length);
  const found: RoadsExample[] = [];
  while (found.length < EXAMPLES) {
    const { source, target } = task.sample(random, "heldOut");
    if (source.length !== length) continue;
    const answer = target.map((text) => task.targetVocabulary.idOf(text));
    found.push({
      source: [...source.map((text) => task.sourceVocabulary.idOf(text)), EOS],
      inputs: [SOS, ...answer],
      targets: [...answer, EOS],
    });
  }
  return found;
}

/** ln of the first gradient over the last one. */
function logRatio(states: readonly { readonly whole: number }[]): number {
  return Math.log((states[0]?.whole ?? 0) / (states.at(-1)?.whole ?? 1));
}

/** The geometric mean of first over last, for hidden states and for memories. */
async function ratioOf({ shape, predictor, task }: Trainer, length: number) {
  const flat = await predictor.readParameters();
  const logs = examplesOf(task, length).map((example) => {
    const { columns, memories } = roadLengths(gradientRoads(shape, flat, example, length - 1), 1);
    return { hidden: logRatio(columns), memory: memories ? logRatio(memories) : 0 };
  });
  const mean = (part: "hidden" | "memory"): number =>
    Math.exp(logs.reduce((sum, each) => sum + each[part], 0) / logs.length);
  return { hidden: mean("hidden"), memory: mean("memory") };
}

async function measure({ cell, attention, seed }: Measurement): Promise<Ratios> {
  const lengths = { shortest: 3, longest: Math.max(...LENGTHS) };
  const config: Config = { ...DEFAULT_CONFIG, ...lengths, cell, attention, seed };
  const trainer = createTrainer(generatedTask("reverse", config), config, { arithmetic });
  const measured: { readonly hidden: number; readonly memory: number }[][] = [];
  for (const update of UPDATES) {
    while (trainer.steps < update) await trainer.step(config);
    measured.push(await Promise.all(LENGTHS.map((length) => ratioOf(trainer, length))));
  }
  trainer.dispose();
  const part = (name: "hidden" | "memory") => measured.map((row) => row.map((each) => each[name]));
  return { hidden: part("hidden"), memory: cell === "lstm" ? part("memory") : null };
}

/** A model to train. */
interface Measurement {
  readonly cell: CellKind;
  readonly attention: AttentionKind;
  readonly seed: number;
}

const nameOf = ({ cell, attention }: Measurement): string => `${cell}-${attention}`;

const fileOf = (one: Measurement): string => `${CACHE}/${nameOf(one)}-${one.seed}.json`;

function known(one: Measurement): Ratios | null {
  const file = fileOf(one);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Ratios) : null;
}

/** The lowest and the highest ratio of the seeds. */
function range(values: readonly number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map(lengthText);
  return least === most ? `${least}` : `${least} to ${most}`;
}

function rowsOf(cell: CellKind, attention: AttentionKind): string[][] {
  const seeds = SEEDS.flatMap((seed) => known({ cell, attention, seed }) ?? []);
  const row = (name: string, values: readonly (readonly (readonly number[])[])[]) => [
    name,
    attention,
    ...UPDATES.flatMap((_, u) =>
      LENGTHS.map((__, n) => range(values.flatMap((seed) => seed[u]?.[n] ?? []))),
    ),
  ];
  const memories = seeds.flatMap(({ memory }) => (memory ? [memory] : []));
  const state = cell === "lstm" ? `${cell}, h` : cell;
  const hidden = row(
    state,
    seeds.map((each) => each.hidden),
  );
  return memories.length > 0 ? [hidden, row(`${cell}, C`, memories)] : [hidden];
}

function writeReport(): void {
  const heads = UPDATES.flatMap((update) => LENGTHS.map((n) => `update ${update}, ${n} letters`));
  const head = ["state", "attention", ...heads];
  const rows = CELLS.flatMap((cell) => KINDS.flatMap((kind) => rowsOf(cell, kind)));
  const table = [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`);
  writeFileSync(
    FILE,
    `# How far a gradient reaches, measured

\`npm run gradients\` writes this page. Task Reverse with 3 to ${Math.max(...LENGTHS)} letters, H ${DEFAULT_CONFIG.hiddenSize}, seeds ${SEEDS.join(", ")}, everything else as on the
opening page. The loss is that of the last letter of the answer, which is the first letter of the source.

A number is the length of the gradient of the first encoder state over that of the last one (\`<eos>\`): 1
means that the gradient arrives undiminished, more that the first state has the longer one. Geometric mean of ${EXAMPLES} held-out sources of each length,
fed the right answer; where the seeds differ, the lowest and the highest mean. What the gradient of a state is: [decision 43](decisions/0043-the-gradients-roads.md).

${table.join("\n")}
`,
  );
}

mkdirSync(CACHE, { recursive: true });
const wanted = process.argv.slice(2);
const all = SEEDS.flatMap((seed) =>
  CELLS.flatMap((cell) => KINDS.map((attention) => ({ cell, attention, seed }))),
);
for (const one of all) {
  if (known(one) || (wanted.length > 0 && !wanted.includes(nameOf(one)))) continue;
  writeFileSync(fileOf(one), JSON.stringify(await measure(one)));
  console.info(`${nameOf(one)}, seed ${one.seed}`);
}
writeReport();
