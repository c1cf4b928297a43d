/**
 * `npm run lessons [-- SEED...]`: measures what the lessons' texts claim, on the shipped models and on models trained
 * with three other seeds. Writes docs/lessons-measured.md. Results stay in .cache/lessons, so an interrupted run can
 * continue; delete the folder to measure again. `lessons.slow.test.ts` holds shorter trainings to the same ranges.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import type { Claim } from "./lessonClaim";
import { type Lab, shippedLab, trainingLab } from "./lessonModels";
import { lessonsReport, type Measured } from "./lessonsReport";
import { MODEL_CLAIMS } from "./modelClaims";
import { TRAINING_CLAIMS } from "./trainingClaims";

const FILE = "docs/lessons-measured.md";
const CACHE = ".cache/lessons";
const SEEDS = [11, 12, 13];
const UPDATES = 1200; // as the shipped models of Reverse

const arithmetic = await startNodeArithmetic();

async function measureAll(lab: Lab, claims: readonly Claim[]): Promise<Measured> {
  const found: Record<string, number> = {};
  for (const claim of claims) {
    found[claim.says] = await claim.measure(lab);
    console.log(`${claim.lesson}: ${claim.says} ${found[claim.says]}`);
  }
  return found;
}

async function known(name: string, measure: () => Promise<Measured>): Promise<Measured> {
  const file = `${CACHE}/${name}.json`;
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await measure()));
  return JSON.parse(readFileSync(file, "utf8")) as Measured;
}

mkdirSync(CACHE, { recursive: true });
const shipped = await known("shipped", () => measureAll(shippedLab(arithmetic), MODEL_CLAIMS));
const trained: Measured[] = [];
for (const seed of SEEDS)
  trained.push(
    await known(`seed-${seed}`, () =>
      measureAll(
        trainingLab(arithmetic, seed, () => UPDATES),
        [...TRAINING_CLAIMS, ...MODEL_CLAIMS],
      ),
    ),
  );
writeFileSync(FILE, lessonsReport(shipped, trained, { seeds: SEEDS, updates: UPDATES }));
console.log(`wrote ${FILE}`);
