/** Counts of a run: a step that ran no test fails, and skipped tests are listed. */
import { describe, expect, it } from "vitest";
import { countStep, describeCount, sumCounts } from "./reports.mjs";
import { describeSkipped } from "./skipped.mjs";

const vitest = (numPassedTests: number, numFailedTests = 0, numPendingTests = 0) => ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests: 0,
});

const playwright = (expected: number, unexpected = 0, skipped = 0, flaky = 0) => ({
  stats: { expected, unexpected, skipped, flaky },
});

const unit = (ok: boolean) => ({ name: "check:unit", ok });
const e2e = (ok: boolean) => ({ name: "e2e", ok });

describe("a step with tests", () => {
  it("counts passed, failed and skipped tests", () => {
    expect(countStep(unit(true), vitest(7, 0, 2))).toEqual({ passed: 7, failed: 0, skipped: 2 });
    expect(countStep(unit(false), vitest(7, 3, 2))).toEqual({ passed: 7, failed: 3, skipped: 2 });
    expect(countStep(unit(true), { ...vitest(7), numTodoTests: 1 }).skipped).toBe(1);
    expect(countStep(e2e(true), playwright(5, 0, 2))).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it("counts a test that passed only on retry as failed", () => {
    expect(countStep(e2e(false), playwright(5, 1, 0, 1))).toEqual({
      passed: 5,
      failed: 2,
      skipped: 0,
    });
  });

  it("fails if it ran no test, even if it succeeded", () => {
    const failure = { passed: 0, failed: 1, skipped: 0 };
    expect(countStep(unit(true), vitest(0))).toEqual(failure);
    expect(countStep(e2e(true), playwright(0))).toEqual(failure);
    expect(countStep({ name: "check:learning", ok: true }, null)).toEqual(failure);
  });

  it("fails if all tests were skipped", () => {
    expect(countStep(e2e(true), playwright(0, 0, 3))).toEqual({ passed: 0, failed: 1, skipped: 3 });
  });

  it("fails if the step failed without a failed test, as for a file that does not load", () => {
    expect(countStep(unit(false), vitest(7))).toEqual({ passed: 7, failed: 1, skipped: 0 });
  });
});

it("a step without tests counts as one", () => {
  expect(countStep({ name: "build", ok: true }, null)).toEqual({
    passed: 1,
    failed: 0,
    skipped: 0,
  });
  expect(countStep({ name: "build", ok: false }, null)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
  });
});

it("the counts of all steps are summed into one line", () => {
  const counts = [
    { passed: 100, failed: 0, skipped: 2 },
    { passed: 23, failed: 1, skipped: 0 },
  ];
  expect(sumCounts(counts)).toEqual({ passed: 123, failed: 1, skipped: 2 });
  expect(describeCount(sumCounts(counts))).toBe("123 passed, 1 failed, 2 skipped");
  expect(describeCount({ passed: 123, failed: 0, skipped: 0 })).toBe("123 passed, 0 failed");
});

const specOf = (status: string, annotations: { type: string; description?: string }[]) => ({
  file: "webgpu.spec.ts",
  title: "trains",
  tests: [{ status, annotations }],
});

describe("skipped tests", () => {
  it("are listed by file and requirement for Vitest", () => {
    const needy = { status: "skipped", title: "a", ancestorTitles: ["the copies (needs PyTorch)"] };
    const alone = { status: "todo", title: "comes later", ancestorTitles: [] };
    const passed = { status: "passed", title: "b", ancestorTitles: [] };
    const testResults = [
      { name: `${process.cwd()}/oracle/family.test.ts`, assertionResults: [needy, needy, passed] },
      { name: `${process.cwd()}/src/a.test.ts`, assertionResults: [alone] },
    ];
    expect(describeSkipped({ testResults })).toEqual([
      "2 skipped: oracle/family.test.ts: the copies (needs PyTorch)",
      "1 skipped: src/a.test.ts: comes later",
    ]);
  });

  it("are listed by file and reason for Playwright", () => {
    const skip = { type: "skip", description: "This browser gives no WebGPU adapter." };
    const specs = [specOf("skipped", [skip]), specOf("expected", [{ type: "note" }])];
    const inner = { specs: [specOf("skipped", [{ type: "skip" }])] };
    expect(describeSkipped({ suites: [{ specs, suites: [inner] }] })).toEqual([
      "1 skipped: e2e/webgpu.spec.ts: This browser gives no WebGPU adapter.",
      "1 skipped: e2e/webgpu.spec.ts: trains",
    ]);
  });

  it("are none without a report", () => {
    expect(describeSkipped(null)).toEqual([]);
  });
});
