/**
 * `npm run learning [-- NAME...]`: trains models and measures how they learn: with and without attention at about the
 * same number of parameters, and with the truth fed always, half of the time and never. Writes docs/learning-measured.md
 * (scripts/learningReport.ts). Results stay in .cache/learning, so an interrupted run can continue and several runs can
 * share the work; delete the folder to measure again. NAME: the beginning of a model's name, such as "dates-none".
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { runAsyncToEnd } from "../src/engine/chunks";
import type { InjectionReport } from "../src/engine/results/exposure";
import { plainConfig } from "../src/engine/files/bakedConfigs";
import type { Config } from "../src/engine/setup/config";
import { parameterCount } from "../src/engine/setup/learnedParameters";
import { generatedTask, TASK_FAMILIES } from "../src/engine/tasks/byId";
import { TASK_FACTS } from "../src/engine/tasks/facts";
import { heldOutExamples } from "../src/engine/training/evaluation";
import { forcedAndFree } from "../src/engine/training/exposure";
import { evaluateFully } from "../src/engine/training/fullEvaluation";
import { injectWrongToken } from "../src/engine/training/injection";
import { longerExamples } from "../src/engine/training/lengths";
import { createTrainer, type Trainer } from "../src/engine/training/trainer";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import { learningReport } from "./learningReport";
import { type LearnedModel, type Measured, type Moment, SEEDS, SUBJECTS } from "./learningSubjects";

const FILE = "docs/learning-measured.md";
const CACHE = ".cache/learning";

const arithmetic = await startNodeArithmetic();

/** The injections of one moment, without the single examples. */
async function inject(trainer: Trainer, position: number): Promise<Omit<InjectionReport, "cases">> {
  const chunks = injectWrongToken(trainer, heldOutExamples(trainer.task), position);
  const { cases: _, ...report } = await runAsyncToEnd(chunks);
  return report;
}

async function look(trainer: Trainer): Promise<Moment> {
  const heldOut = heldOutExamples(trainer.task);
  const byPosition = await runAsyncToEnd(forcedAndFree(trainer, heldOut));
  const injections = [];
  const longest = Math.max(...heldOut.map(({ target }) => target.length));
  for (let position = 1; position <= longest; position++)
    injections.push(await inject(trainer, position));
  return { update: trainer.steps, byPosition, injections };
}

async function measure({ subject, seed }: LearnedModel): Promise<Measured> {
  const config: Config = { ...plainConfig(subject.task), ...subject.change, seed };
  const trainer = createTrainer(generatedTask(subject.task, config), config, { arithmetic });
  const last = TASK_FACTS[subject.task].bake.steps;
  const moments: Moment[] = [];
  for (const update of [last / 4, last]) {
    while (trainer.steps < update) await trainer.step(config);
    moments.push(await look(trainer));
  }
  const longer = longerExamples(TASK_FAMILIES[subject.task], config);
  const exam = { heldOut: heldOutExamples(trainer.task), longer };
  const { byLength, metrics } = await runAsyncToEnd(evaluateFully(trainer, exam));
  const parameters = parameterCount(trainer.shape);
  trainer.dispose();
  return { parameters, exactMatch: metrics.exactMatch, byLength, moments };
}

const fileOf = ({ subject, seed }: LearnedModel): string => `${CACHE}/${subject.name}-${seed}.json`;

function known(model: LearnedModel): Measured | null {
  const file = fileOf(model);
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Measured) : null;
}

function writeReport(): void {
  const found = SUBJECTS.map((subject) => ({
    subject,
    seeds: SEEDS.flatMap((seed) => known({ subject, seed }) ?? []),
  }));
  writeFileSync(FILE, learningReport(found));
}

mkdirSync(CACHE, { recursive: true });
const wanted = process.argv.slice(2);
for (const seed of SEEDS)
  for (const subject of SUBJECTS) {
    const isWanted = wanted.length === 0 || wanted.some((name) => subject.name.startsWith(name));
    if (!isWanted || known({ subject, seed })) continue;
    const measured = await measure({ subject, seed });
    writeFileSync(fileOf({ subject, seed }), JSON.stringify(measured));
    console.info(`${subject.name}, seed ${seed}: exact match ${measured.exactMatch}`);
    writeReport();
  }
writeReport();
