/**
 * `npm run bench [-- OPTIONS]`: times one training step in this engine, in other libraries and in PyTorch.
 *
 *   --json FILE   also writes the results as JSON
 *   --write       also writes them into docs/performance.md
 *   --quick       only three rounds at H = 64, to see whether everything starts
 *   --webgl       times WebGL even on a software GPU
 *   --gpu         compares what computes on a graphics card, instead of the above
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BenchmarkBrowser, describeDevice, openBrowser } from "./browser";
import { countAll } from "./counts";
import { describeMachine } from "./machine";
import { compareOnCard } from "./card";
import { renderCard, writeCard } from "./cardReport";
import { type ComparedId, NAMES, ON_GPU, ONLY_ON_CARD } from "./names";
import { profileSizes } from "./profiles";
import { renderTables, writeReport } from "./report";
import type { Results } from "./results";
import { timeSize } from "./rounds";
import { measureStudent, type Student } from "./student";
import { SIZES, type Size } from "./work";

const ROUNDS = 15;
const QUICK_ROUNDS = 3;
const COUNTED: Size = { hidden: 64, vocabulary: 60, batch: 32 };
const PROFILED: readonly Size[] = [
  COUNTED,
  { ...COUNTED, hidden: 256 },
  { ...COUNTED, hidden: 256, vocabulary: 3000 },
];
const ALL = (Object.keys(NAMES) as ComparedId[]).filter((id) => !ONLY_ON_CARD.includes(id));

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    write: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    webgl: { type: "boolean", default: false },
    gpu: { type: "boolean", default: false },
  },
});

async function measureAll(browser: BenchmarkBrowser): Promise<Results> {
  const page = await browser.openPage();
  const device = await describeDevice(page);
  await page.close();
  const machine = await describeMachine(browser.version, device);
  for (const line of Object.values(machine)) console.log(line);
  const untimed = device.isSoftwareGpu && !options.webgl ? ON_GPU : [];
  const timed = ALL.filter((id) => !untimed.includes(id));
  const sizes = [];
  for (const size of options.quick ? [COUNTED] : SIZES) {
    console.log(`timing H = ${size.hidden}, V = ${size.vocabulary} ...`);
    sizes.push(await timeSize(browser, size, timed, options.quick ? QUICK_ROUNDS : ROUNDS));
  }
  console.log("counting launches, timing operations ...");
  const counts = await countAll(browser, COUNTED, ALL, untimed);
  const profiles = await profileSizes(browser, options.quick ? [COUNTED] : PROFILED);
  const student = options.quick ? null : await studentOrNull();
  return { machine, sizes, ...counts, profiles, student };
}

/** A failure in the built page must not lose what is measured before it. */
async function studentOrNull(): Promise<Student | null> {
  try {
    return await measureStudent();
  } catch (error) {
    console.error("The measurements in the built page are missing:", error);
    process.exitCode = 1;
    return null;
  }
}

/** Compares what computes on the graphics card. */
async function measureCard(): Promise<void> {
  const rounds = options.quick ? QUICK_ROUNDS : ROUNDS;
  const results = await compareOnCard({ rounds, allowsSoftware: options.webgl });
  console.log(`\n${renderCard(results)}`);
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 2));
  if (options.write) await writeCard(results);
}

async function measureProcessor(): Promise<void> {
  const browser = await openBrowser();
  try {
    const results = await measureAll(browser);
    console.log(`\n${renderTables(results)}`);
    if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 2));
    if (options.write) await writeReport(results);
  } finally {
    await browser.close();
  }
}

await (options.gpu ? measureCard() : measureProcessor());
