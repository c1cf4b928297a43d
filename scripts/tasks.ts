/**
 * `npm run tasks [-- NAME...]`: trains each task with and without attention, and a small Transformer on some of them, and
 * writes the results to docs/what-tasks-teach.md. A name is that of a task, or of a section ("recurrent", "transformer");
 * the rows of what is not measured stay as they are. A recurrent model takes about ten seconds, a Transformer a minute.
 * Results stay in .cache/tasks, so an interrupted run can continue and several runs can share the work; delete the folder
 * to measure again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { runAsyncToEnd } from "../src/engine/chunks";
import { type Config, DEFAULT_CONFIG } from "../src/engine/setup/config";
import { withPreset } from "../src/engine/setup/presets";
import { generatedTask } from "../src/engine/tasks/byId";
import { withTask } from "../src/engine/tasks/difficulty";
import { evaluate, heldOutExamples } from "../src/engine/training/evaluation";
import type { Scores } from "../src/engine/training/metrics";
import { createTrainer } from "../src/engine/training/trainer";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import {
  EVALUATE_EVERY,
  type Measured,
  renewedReport,
  SECTIONS,
  type Subject,
  TARGET,
  UPDATES,
} from "./tasksReport";

const FILE = "docs/what-tasks-teach.md";
const CACHE = ".cache/tasks";

const arithmetic = await startNodeArithmetic();

function configOf({ task, model }: Subject): Config {
  const plain = withTask(DEFAULT_CONFIG, task);
  return model === "transformer" ? withPreset(plain, model) : { ...plain, attention: model };
}

/** Processor time of this process so far, in milliseconds: other work on the machine does not lengthen it. */
function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

async function measure(subject: Subject): Promise<Measured> {
  const config = configOf(subject);
  const trainer = createTrainer(generatedTask(subject.task, config), config, { arithmetic });
  const heldOut = heldOutExamples(trainer.task);
  const score = (): Promise<Scores> => runAsyncToEnd(evaluate(trainer, heldOut));
  let reached: number | null = null;
  let training = 0;
  while (trainer.steps < UPDATES) {
    const before = spent();
    await trainer.step(config);
    training += spent() - before;
    const isDue = reached === null && trainer.steps % EVALUATE_EVERY === 0;
    if (isDue && (await score()).exactMatch >= TARGET) reached = trainer.steps;
  }
  const last = await score();
  trainer.dispose();
  return { reached, last, milliseconds: training / UPDATES };
}

const cached = ({ task, model }: Subject): string => `${CACHE}/${task}-${model}.json`;

function known(subject: Subject): Measured | null {
  const file = cached(subject);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Measured) : null;
}

/** What the names on the command line ask for; without names, everything. */
function chosen(): Subject[] {
  const names = process.argv.slice(2);
  const subjects = Object.entries(SECTIONS).flatMap(([section, { rows }]) =>
    rows.flatMap((row: { readonly subjects: readonly Subject[] }) =>
      row.subjects.map((subject) => ({ section, subject })),
    ),
  );
  const isNamed = ({ section, subject }: (typeof subjects)[number], name: string): boolean =>
    name === section || name === subject.task;
  const unknown = names.filter((name) => !subjects.some((each) => isNamed(each, name)));
  if (unknown.length > 0) throw new Error(`tasks: no task or section ${unknown.join(", ")}`);
  return subjects
    .filter((each) => names.length === 0 || names.some((name) => isNamed(each, name)))
    .map(({ subject }) => subject);
}

mkdirSync(CACHE, { recursive: true });
for (const subject of chosen()) {
  if (known(subject)) continue;
  const result = await measure(subject);
  writeFileSync(cached(subject), JSON.stringify(result));
  console.log(`${subject.task}, ${subject.model}: exact match ${result.last.exactMatch}`);
  writeFileSync(FILE, renewedReport(readFileSync(FILE, "utf8"), known));
}
