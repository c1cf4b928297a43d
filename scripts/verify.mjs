/**
 * `npm run check` and `npm test`: runs every step, continues after a failure, and ends with a summary.
 * Uses only Node, because it installs the dependencies first if necessary.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";
import { startNpm } from "./npm.mjs";
import { countStep, describeCount, readReport, REPORTS, sumCounts } from "./reports.mjs";
import { describeSkipped } from "./skipped.mjs";

/**
 * What runs at once, one group after another. A group fills every core: most steps use one core, and a few tests wait.
 * The learning tests need what the unit tests have prepared (the bundle of tfjs), and the size needs the build.
 */
const CHECK = [
  [
    "check:unit",
    "check:types",
    "check:lint",
    "check:format",
    "check:dead",
    "check:canary",
    "sizes",
    "build",
  ],
  ["check:size"],
];
const ALL = [...CHECK, ["check:learning", "e2e"]];
const NEED_BUILD = ["check:size", "e2e"];
/** Long steps, whose progress is shown. */
const SHOWN = ["check:unit", "e2e"];

/** @typedef {import("./reports.mjs").Step} Step */

/** @param {number} start */
const secondsSince = (start) => Math.round((performance.now() - start) / 1000);

/**
 * @param {string} name
 * @param {readonly Step[]} before
 * @returns {Promise<Step>}
 */
async function runStep(name, before) {
  const start = performance.now();
  const isShown = SHOWN.includes(name);
  if (isShown) console.log(`\n=== ${name}`);
  const unbuilt = NEED_BUILD.includes(name) && before.some((s) => s.name === "build" && !s.ok);
  const { ok, output } = unbuilt
    ? { ok: false, output: "not run: the build failed" }
    : await startNpm(["run", "--silent", name, ...(name === "e2e" ? ["--", "--built"] : [])], {
        isShown,
      });
  if (!isShown || unbuilt) console.log(`\n=== ${name}\n${output.trimEnd()}`);
  return { name, ok, seconds: secondsSince(start) };
}

/** @param {readonly Step[]} steps */
function report(steps) {
  console.log("\n=== Summary");
  const counts = steps.map((step) => countStep(step, readReport(step.name)));
  for (const [i, { name, seconds }] of steps.entries()) {
    const count = counts[i] ?? sumCounts([]);
    const result = count.failed === 0 ? "ok    " : "FAILED";
    const time = `${String(seconds).padStart(4)} s`;
    console.log(`${result}  ${name.padEnd(16)}${time}   ${describeCount(count)}`);
    for (const line of describeSkipped(readReport(name))) console.log(`          ${line}`);
  }
  const all = sumCounts(counts);
  console.log(describeCount(all));
  process.exitCode = all.failed === 0 ? 0 : 1;
}

rmSync(REPORTS, { recursive: true, force: true });
ensureInstalled();
mkdirSync(REPORTS, { recursive: true });
const start = performance.now();
/** @type {Step[]} */
const steps = [];
for (const group of process.argv[2] === "check" ? CHECK : ALL)
  steps.push(...(await Promise.all(group.map((name) => runStep(name, steps)))));
writeFileSync(join(REPORTS, "steps.json"), JSON.stringify(steps));
console.log(`\nAll steps together: ${secondsSince(start)} s`);
report(steps);
