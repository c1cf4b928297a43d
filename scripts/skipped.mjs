/** The skipped tests of a step and their reasons, from a report of Vitest or Playwright. */
import { relative } from "node:path";
import { ROOT } from "./npm.mjs";

/**
 * @typedef {{ status: string, title: string, ancestorTitles: string[] }} VitestTest
 * @typedef {{ testResults: { name: string, assertionResults: VitestTest[] }[] }} VitestResults
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ file: string, title: string, tests: { status: string, annotations: Annotation[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/**
 * One line for each file and reason, with the number of tests.
 * @param {VitestResults | { suites: Suite[] } | null} report
 * @returns {string[]}
 */
export function describeSkipped(report) {
  if (report === null) return [];
  const reasons = "suites" in report ? playwrightReasons(report) : vitestReasons(report);
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => `${count} skipped: ${reason}`);
}

/**
 * The name of a test group, or of a single test, states its requirement.
 * @param {VitestResults} report
 */
function vitestReasons({ testResults }) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status !== "passed" && status !== "failed")
      .map(({ ancestorTitles, title }) => `${relative(ROOT, name)}: ${ancestorTitles[0] ?? title}`),
  );
}

/**
 * @param {Suite} suite
 * @returns {string[]}
 */
function playwrightReasons({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "skipped")
      .map(({ annotations }) => {
        const reason = annotations.find(({ type }) => type === "skip")?.description;
        return `e2e/${file}: ${reason ?? title}`;
      }),
  );
  return [...own, ...suites.flatMap(playwrightReasons)];
}
