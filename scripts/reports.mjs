/** What the last run of `npm test` or `npm run check` came to, in numbers. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./npm.mjs";

export const REPORTS = join(ROOT, ".cache", "reports");

/**
 * @typedef {{ name: string, ok: boolean, seconds: number }} Step
 * @typedef {{ passed: number, failed: number }} Count
 */

/** @param {string} name */
function read(name) {
  const path = join(REPORTS, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/**
 * The tests of a step, where it has some and reported them; else the step itself counts as one.
 * @param {Step} step
 * @returns {Count}
 */
export function countStep({ name, ok }) {
  const report = read(name.replace("check:", ""));
  const [passed, failed] = report?.stats
    ? [report.stats.expected + report.stats.flaky, report.stats.unexpected] // Playwright
    : [report?.numPassedTests ?? 0, report?.numFailedTests ?? 0]; // Vitest
  if (ok) return { passed: Math.max(passed, 1), failed };
  return { passed, failed: Math.max(failed, 1) }; // a test file that does not load has no failed tests
}

/** @returns {Count} one failure where nothing was run */
export function countAll() {
  /** @type {Step[]} */
  const steps = read("steps") ?? [{ name: "start", ok: false, seconds: 0 }];
  const counts = steps.map(countStep);
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}
