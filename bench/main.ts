/**
 * `npm run bench [-- OPTIONS]`: one training step in this engine, in other libraries and in PyTorch, on this machine.
 *
 *   --json FILE   the results as JSON too
 *   --write       the results of record into docs/performance.md too
 *   --quick       three rounds at H = 64 and nothing else, to try it out
 *   --webgl       time WebGL even where it is software
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Stage, describeDevice, openStage } from "./browser";
import { countAll } from "./counts";
import { describeMachine } from "./machine";
import { type EntrantId, NAMES, ON_GPU } from "./names";
import { profileSizes } from "./profiles";
import { ratiosOf } from "./ratios";
import { renderTables, writeReport } from "./report";
import type { Results } from "./results";
import { timeSize } from "./rounds";
import { measureStudent } from "./student";
import { SIZES, type Size } from "./work";

const ROUNDS = 15;
const QUICK_ROUNDS = 3;
const COUNTED: Size = { hidden: 64, vocabulary: 60 };
const PROFILED: readonly Size[] = [COUNTED, { hidden: 128, vocabulary: 60 }];
const ALL = Object.keys(NAMES) as EntrantId[];

const { values: options } = parseArgs({
  options: {
    json: { type: "string" },
    write: { type: "boolean", default: false },
    quick: { type: "boolean", default: false },
    webgl: { type: "boolean", default: false },
  },
});

async function measureAll(stage: Stage): Promise<Results> {
  const page = await stage.open();
  const device = await describeDevice(page);
  await page.close();
  const machine = await describeMachine(stage.browser, device);
  for (const line of Object.values(machine)) console.log(line);
  const untimed = device.isSoftwareGpu && !options.webgl ? ON_GPU : [];
  const timed = ALL.filter((id) => !untimed.includes(id));
  const sizes = [];
  for (const size of options.quick ? [COUNTED] : SIZES) {
    console.log(`timing H = ${size.hidden}, V = ${size.vocabulary} ...`);
    sizes.push(await timeSize(stage, size, timed, options.quick ? QUICK_ROUNDS : ROUNDS));
  }
  console.log("counting launches, timing operations ...");
  const counts = await countAll(stage, COUNTED, ALL, untimed);
  const profiles = await profileSizes(stage, options.quick ? [COUNTED] : PROFILED);
  const student = options.quick ? null : await measureStudent();
  return { machine, ...ratiosOf(sizes, counts), sizes, ...counts, profiles, student };
}

const stage = await openStage();
try {
  const results = await measureAll(stage);
  console.log(`\n${renderTables(results)}`);
  if (options.json !== undefined) writeFileSync(options.json, JSON.stringify(results, null, 2));
  if (options.write) await writeReport(results);
} finally {
  await stage.close();
}
