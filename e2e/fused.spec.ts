/**
 * Compares the fused operations on WebGL with the plain ones, and the fused network with PyTorch. Runs twelve members
 * of the family; ORACLE=all runs every member.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { bundle, SAMPLE_MEMBERS } from "./harness/bundle";
import {
  expectCases,
  expectFewLaunches,
  expectMembers,
  expectTraces,
  type GpuBackend,
} from "./fusedChecks";
import type { fused } from "./harness/fused";

const FOLDER = "oracle/fixtures";
const WEBGL: GpuBackend = { name: "WebGL", tolerance: 1e-3, mostLaunches: 245 };
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

test("@webgl every fused operation agrees with the plain one", async ({ page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.runCases());
  expectCases(WEBGL, results);
});

test("@webgl traces agree with those of plain operations", async ({ page }) => {
  const cases = await page.evaluate(
    (tolerance) => (globalThis as unknown as Harness).fused.runTraces(tolerance),
    WEBGL.tolerance,
  );
  expectTraces(WEBGL, cases);
});

test("@webgl the fused network's quantities, gradients and updates agree with PyTorch", async ({
  page,
}) => {
  const names = runsAll ? null : SAMPLE_MEMBERS;
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

test("@webgl fused matrices and tfjs tensors share one context", async ({ page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.takeTurns());
  expect(new Set(results)).toEqual(new Set([2 ** 20]));
});

test("@webgl a training step stays within the launch limit", async ({ page }) => {
  await expectFewLaunches(WEBGL, (size) =>
    page.evaluate((each) => (globalThis as unknown as Harness).fused.countLaunches(each), size),
  );
});

test("@webgl reads after the loss of the context fail, and give no zeros", async ({ page }) => {
  const errors = await page.evaluate(() =>
    (globalThis as unknown as Harness).fused.readAfterLoss(),
  );
  expect(errors).toHaveLength(3);
  for (const error of errors) expect(error).toContain("DeviceLostError");
});
