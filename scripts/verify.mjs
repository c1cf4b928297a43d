/**
 * `npm run check` and `npm test`: runs every step, continues after a failure, and ends with a summary.
 * Uses only Node, because it installs the dependencies first if necessary.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";
import { runNpm, startNpm } from "./npm.mjs";
import { countStep, describeCount, readReport, REPORTS, sumCounts } from "./reports.mjs";
import { describeSkipped } from "./skipped.mjs";

/** Run in parallel: most of them use one core. */
const STATIC = [
  "check:types",
  "check:lint",
  "check:format",
  "check:dead",
  "check:canary",
  "sizes",
  "build",
];
/** Run in sequence: each uses all cores. */
const CHECK = ["check:size", "check:unit"];
const ALL = [...CHECK, "check:learning", "e2e"];
const NEED_BUILD = ["check:size", "e2e"];

/** @typedef {import("./reports.mjs").Step} Step */

/** @param {number} start */
const secondsSince = (start) => Math.round((performance.now() - start) / 1000);

/**
 * @param {string} name
 * @returns {Promise<Step>}
 */
async function startStep(name) {
  const start = performance.now();
  const { ok, output } = await startNpm(["run", "--silent", name]);
  console.log(`\n=== ${name}\n${output.trimEnd()}`);
  return { name, ok, seconds: secondsSince(start) };
}

/**
 * @param {string} name
 * @param {readonly Step[]} before
 * @returns {Step}
 */
function runStep(name, before) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const unbuilt = NEED_BUILD.includes(name) && before.some((s) => s.name === "build" && !s.ok);
  if (unbuilt) console.log("not run: the build failed");
  const ok =
    !unbuilt && runNpm(["run", "--silent", name, ...(name === "e2e" ? ["--", "--built"] : [])]);
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
const steps = await Promise.all(STATIC.map(startStep));
for (const name of process.argv[2] === "check" ? CHECK : ALL) steps.push(runStep(name, steps));
writeFileSync(join(REPORTS, "steps.json"), JSON.stringify(steps));
console.log(`\nAll steps together: ${secondsSince(start)} s`);
report(steps);
