/**
 * The fused operations on WebGL, case by case against the plain ones, and the network on them against PyTorch. A dozen
 * members stand for the family; ORACLE=all runs every one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { bundle, DOZEN } from "./harness/bundle";
import { expectCases, expectFewLaunches, expectMembers, type Way } from "./fusedChecks";
import type { fused } from "./harness/fused";

const FOLDER = "oracle/fixtures";
const WEBGL: Way = { name: "WebGL", tolerance: 1e-3 };
const runsAll = process.env["ORACLE"] === "all";

interface Harness {
  readonly fused: typeof fused;
}

test.beforeEach(async ({ page }) => {
  if (runsAll) test.setTimeout(3_600_000);
  await page.addScriptTag({ content: await bundle("fused") });
  const backend = await page.evaluate(() => (globalThis as unknown as Harness).fused.start());
  expect(backend).toBe("webgl");
});

test("@webgl every fused operation is the plain one's", async ({ page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.runCases());
  expectCases(WEBGL, results);
});

test("@webgl the fused network's quantities, gradients and updates are PyTorch's", async ({
  page,
}) => {
  const names = runsAll ? null : DOZEN;
  const results = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".safetensors"))) {
    const part = await page.evaluate(
      ([bytes, wanted]) => (globalThis as unknown as Harness).fused.compare(bytes, wanted),
      [readFileSync(`${FOLDER}/${file}`, "base64"), names] as const,
    );
    results.push(...part);
  }
  expectMembers(WEBGL, results, names);
});

test("@webgl matrices and the tensor library's tensors share a context", async ({ page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.takeTurns());
  expect(new Set(results)).toEqual(new Set([2 ** 20]));
});

test("@webgl a training step is few launches", async ({ page }) => {
  const launches = await page.evaluate(() =>
    (globalThis as unknown as Harness).fused.countLaunches(),
  );
  expectFewLaunches(WEBGL, launches);
});
