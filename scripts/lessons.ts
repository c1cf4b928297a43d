/**
 * `npm run lessons [-- SEED...]`: measures what the lessons' texts claim, on the shipped models and on models trained
 * with three other seeds. Writes docs/lessons-measured.md. Results stay in .cache/lessons, so an interrupted run can
 * continue, and a new claim is measured alone; delete the folder to measure all again. `lessons.slow.test.ts` holds shorter trainings to the same ranges.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { startNodeArithmetic } from "../src/testing/nodeBackend";
import type { Claim } from "./lessonClaim";
import { type Lab, type ModelName, shippedLab, trainingLab } from "./lessonModels";
import { lessonsReport, type Measured } from "./lessonsReport";
import { MODEL_CLAIMS } from "./modelClaims";
import { TRAINING_CLAIMS } from "./trainingClaims";

const FILE = "docs/lessons-measured.md";
const CACHE = ".cache/lessons";
const SEEDS = [11, 12, 13];
const UPDATES = 1200; // as the shipped models of Reverse
const FEWER = 300; // of a Transformer, which has learned a translation by then

const arithmetic = await startNodeArithmetic();

/** @param name of the file that keeps what is measured */
async function measureAll(name: string, lab: Lab, claims: readonly Claim[]): Promise<Measured> {
  const file = `${CACHE}/${name}.json`;
  const found: Record<string, number> = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Measured)
    : {};
  for (const claim of claims.filter(({ says }) => !(says in found))) {
    found[claim.says] = await claim.measure(lab);
    writeFileSync(file, JSON.stringify(found));
    console.log(`${name}, ${claim.lesson}: ${claim.says} ${found[claim.says]}`);
  }
  return found;
}

mkdirSync(CACHE, { recursive: true });
const updatesOf = (name: ModelName): number => (name === "transformer" ? FEWER : UPDATES);
const shipped = await measureAll("shipped", shippedLab(arithmetic), MODEL_CLAIMS);
const trained: Measured[] = [];
for (const seed of SEEDS) {
  const lab = trainingLab(arithmetic, seed, updatesOf);
  trained.push(await measureAll(`seed-${seed}`, lab, [...TRAINING_CLAIMS, ...MODEL_CLAIMS]));
}
writeFileSync(FILE, lessonsReport(shipped, trained, { seeds: SEEDS, updates: UPDATES }));
console.log(`wrote ${FILE}`);
