/**
 * `npm run tasks [-- TASK...]`: trains each task with and without attention, some also with a Transformer, and writes the results to
 * docs/what-tasks-teach.md. A model takes about ten seconds. Results stay in .cache/tasks, so an interrupted run can
 * continue and several runs can share the work; delete the folder to measure again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { runAsyncToEnd } from "../src/engine/chunks";
import { type AttentionKind, type Config, DEFAULT_CONFIG } from "../src/engine/setup/config";
import { generatedTask, TASK_FAMILIES } from "../src/engine/tasks/byId";
import { withTask } from "../src/engine/tasks/difficulty";
import type { GeneratedTaskId } from "../src/engine/tasks/task";
import { evaluate, heldOutExamples } from "../src/engine/training/evaluation";
import type { Scores } from "../src/engine/training/metrics";
import { createTrainer } from "../src/engine/training/trainer";
import { startNodeArithmetic } from "../src/testing/nodeBackend";

const FILE = "docs/what-tasks-teach.md";
const CACHE = ".cache/tasks";
const KINDS: readonly AttentionKind[] = ["none", "additive", "general", "dot"];
const TRANSFORMER = "transformer";
/** The tasks that a Transformer is measured on, too. */
const ITS_TASKS: readonly GeneratedTaskId[] = ["reverse", "dates", "englishFrench"];
const ITS_RATE = 0.002; // at the rate of the recurrent networks it learns worse
type Kind = AttentionKind | typeof TRANSFORMER;
const STEPS = 600; // the same for every model, for comparison
const EVALUATE_EVERY = 50;
const TARGET = 0.95;

const arithmetic = await startNodeArithmetic();

interface Result {
  readonly reached: number | null; // steps to the target
  readonly last: Scores;
}

function configOf(id: GeneratedTaskId, kind: Kind): Config {
  const plain = withTask(DEFAULT_CONFIG, id);
  if (kind === TRANSFORMER) return { ...plain, network: TRANSFORMER, learningRate: ITS_RATE };
  return { ...plain, attention: kind };
}

async function measure(id: GeneratedTaskId, kind: Kind): Promise<Result> {
  const config = configOf(id, kind);
  const trainer = createTrainer(generatedTask(id, config), config, { arithmetic });
  const heldOut = heldOutExamples(trainer.task);
  const score = (): Promise<Scores> => runAsyncToEnd(evaluate(trainer, heldOut));
  let reached: number | null = null;
  while (trainer.steps < STEPS) {
    await trainer.step(config);
    const isDue = reached === null && trainer.steps % EVALUATE_EVERY === 0;
    if (isDue && (await score()).exactMatch >= TARGET) reached = trainer.steps;
  }
  const last = await score();
  trainer.dispose();
  return { reached, last };
}

const cached = (id: GeneratedTaskId, kind: Kind): string => `${CACHE}/${id}-${kind}.json`;

function known(id: GeneratedTaskId, kind: Kind): Result | null {
  const file = cached(id, kind);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Result) : null;
}

const share = (value: number | null): string => (value === null ? "" : value.toFixed(2));

function cells(result: Result | null, kind: Kind): string[] {
  const match = result ? share(result.last.exactMatch) : "";
  if (kind === "none") return [match];
  const reached = result ? String(result.reached ?? "never") : "";
  return [match, reached, result ? share(result.last.alignmentError) : ""];
}

function table(): string {
  const kinds = KINDS.flatMap((kind) =>
    kind === "none" ? ["no attention: EM"] : [`${kind}: EM`, "steps", "AER"],
  );
  const head = ["task", ...kinds];
  const rows = Object.values(TASK_FAMILIES).map(({ id }) => [
    id,
    ...KINDS.flatMap((kind) => cells(known(id, kind), kind)),
  ]);
  return inMarkdown([head, head.map(() => "---"), ...rows]);
}

const inMarkdown = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => `| ${row.join(" | ")} |`).join("\n");

/** A Transformer beside the GRU with the additive score. */
function transformerTable(): string {
  const models = ["GRU, additive", "Transformer"].flatMap((name) => [
    `${name}: EM`,
    "steps",
    "AER",
  ]);
  const rows = ITS_TASKS.map((id) => [
    id,
    ...cells(known(id, "additive"), "additive"),
    ...cells(known(id, TRANSFORMER), TRANSFORMER),
  ]);
  const head = ["task", ...models];
  return inMarkdown([head, head.map(() => "---"), ...rows]);
}

function writeReport(): void {
  const { hiddenSize, embeddingSize, batchSize, learningRate, seed } = DEFAULT_CONFIG;
  writeFileSync(
    FILE,
    `# What the tasks teach, measured

Written by \`npm run tasks\`; do not edit. Every model is the default set-up (GRU of ${hiddenSize} units, embedding ${embeddingSize}, one direction, Bahdanau timing, the
truth always fed, Adam at ${learningRate}, batches of ${batchSize}, seed ${seed}) after ${STEPS} steps on WebAssembly, at the task's own first difficulty, judged on 256 held-out examples.

- **EM**: exact match, the model reading its own answers.
- **steps**: training steps to an exact match of ${TARGET}, checked every ${EVALUATE_EVERY} steps.
- **AER**: alignment error rate on exactly matched examples. Near 0 the largest weight lies where the task's rule has it; high at a high EM, the right answer came from other tokens.
- An empty field means: not measured.

${table()}

## A small Transformer

One layer of ${hiddenSize} numbers and ${DEFAULT_CONFIG.heads} heads on either side, Adam at ${ITS_RATE}. AER is of the mean over its heads.

${transformerTable()}
`,
  );
}

mkdirSync(CACHE, { recursive: true });
const chosen = process.argv.slice(2);
for (const kind of [...KINDS, TRANSFORMER] as const)
  for (const { id } of Object.values(TASK_FAMILIES)) {
    if (kind === TRANSFORMER && !ITS_TASKS.includes(id)) continue;
    if ((chosen.length > 0 && !chosen.includes(id)) || known(id, kind)) continue;
    const result = await measure(id, kind);
    writeFileSync(cached(id, kind), JSON.stringify(result));
    console.log(`${id}, ${kind}: exact match ${result.last.exactMatch}`);
    writeReport();
  }
writeReport();
