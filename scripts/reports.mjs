/** The test counts of the last `npm test` or `npm run check`. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./npm.mjs";

export const REPORTS = join(ROOT, ".cache", "reports");

/** The steps that run tests, and the report that each writes. @type {Readonly<Record<string, string>>} */
const REPORT_OF = { "check:unit": "unit", "check:learning": "learning", e2e: "e2e" };

/**
 * @typedef {{ name: string, ok: boolean, seconds: number }} Step
 * @typedef {{ passed: number, failed: number, skipped: number }} Count
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} VitestReport
 * @typedef {{ stats: { expected: number, flaky: number, unexpected: number, skipped: number } }} PlaywrightReport
 * @typedef {VitestReport | PlaywrightReport} Report
 */

/** @param {string} name */
function read(name) {
  const path = join(REPORTS, `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/**
 * The report of a step; null for a step without tests, and if the step stopped before its report.
 * @param {string} name
 */
export function readReport(name) {
  const report = REPORT_OF[name];
  return report === undefined ? null : read(report);
}

/**
 * @param {Report | null} report
 * @returns {Count}
 */
function countTests(report) {
  if (report === null) return { passed: 0, failed: 0, skipped: 0 };
  if ("stats" in report) {
    const { expected, flaky, unexpected, skipped } = report.stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  }
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * The counts of a step; a step without tests counts as one. A step that fails without a failed test (a file that does
 * not load) is one failure, and so is a step that should run tests but ran none.
 * @param {Pick<Step, "name" | "ok">} step
 * @param {Report | null} report
 * @returns {Count}
 */
export function countStep({ name, ok }, report) {
  if (!(name in REPORT_OF)) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
  const count = countTests(report);
  const isComplete = ok && count.passed + count.failed > 0;
  return isComplete ? count : { ...count, failed: Math.max(count.failed, 1) };
}

/**
 * @param {readonly Count[]} counts
 * @returns {Count}
 */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @returns {Count} one failure if no step ran */
export function countAll() {
  /** @type {Step[]} */
  const steps = read("steps") ?? [{ name: "start", ok: false, seconds: 0 }];
  return sumCounts(steps.map((step) => countStep(step, readReport(step.name))));
}

/**
 * The closing line.
 * @param {Count} count
 */
export function describeCount({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
