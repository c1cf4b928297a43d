/**
 * `npm run check` and `npm test`: runs every step, goes on after a failed one, and closes with a summary.
 * Installs the dependencies first where needed, so it uses nothing but Node.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled } from "./ensure-installed.mjs";
import { runNpm } from "./npm.mjs";
import { countAll, countStep, REPORTS } from "./reports.mjs";

const CHECK = [
  "check:types",
  "check:lint",
  "check:format",
  "check:dead",
  "check:canary",
  "sizes",
  "check:unit",
  "build",
  "check:size",
];
const ALL = [...CHECK, "check:learning", "e2e"];
const NEED_BUILD = ["check:size", "e2e"];

/** @typedef {import("./reports.mjs").Step} Step */

/**
 * @param {string} name
 * @param {Step[]} before
 * @returns {Step}
 */
function runStep(name, before) {
  console.log(`\n=== ${name}`);
  const start = performance.now();
  const unbuilt = NEED_BUILD.includes(name) && before.some((s) => s.name === "build" && !s.ok);
  if (unbuilt) console.log("not run: the build failed");
  const ok =
    !unbuilt && runNpm(["run", "--silent", name, ...(name === "e2e" ? ["--", "--built"] : [])]);
  return { name, ok, seconds: Math.round((performance.now() - start) / 1000) };
}

/** @param {Step[]} steps */
function report(steps) {
  console.log("\n=== Summary");
  for (const step of steps) {
    const { passed, failed } = countStep(step);
    const verdict = step.ok ? "ok    " : "FAILED";
    console.log(
      `${verdict}  ${step.name.padEnd(16)}${String(step.seconds).padStart(4)} s   ${passed} passed, ${failed} failed`,
    );
  }
  const { passed, failed } = countAll();
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = steps.every(({ ok }) => ok) ? 0 : 1;
}

rmSync(REPORTS, { recursive: true, force: true });
ensureInstalled();
mkdirSync(REPORTS, { recursive: true });
/** @type {Step[]} */
const steps = [];
for (const name of process.argv[2] === "check" ? CHECK : ALL) steps.push(runStep(name, steps));
writeFileSync(join(REPORTS, "steps.json"), JSON.stringify(steps));
report(steps);
