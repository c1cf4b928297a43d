/**
 * Compares the fused operations on WebGPU with the plain ones, and the fused network with PyTorch. A software GPU is
 * slow, so the test runs six members of the family; ORACLE=all runs every member.
 */
import { readdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import {
  expectCases,
  expectFewLaunches,
  expectMembers,
  expectTraces,
  type GpuBackend,
} from "./fusedChecks";
import { bundle } from "./harness/bundle";
import type { webgpu } from "./harness/webgpu";

const FOLDER = "oracle/fixtures";
const WEBGPU: GpuBackend = { name: "WebGPU", tolerance: 1e-4, mostLaunches: 60 };
const HALF_A_DOZEN = [
  "gru-1layer-uni-additive-bahdanau",
  "gru-2layer-bi-additive-bahdanau-dropout",
  "gru-2layer-bi-general-bahdanau",
  "lstm-2layer-bi-concat-luong-feeding",
  "lstm-2layer-uni-dot-bahdanau",
  "rnn-2layer-bi-concat-luong",
];
const runsAll = process.env["ORACLE"] === "all";

interface Harness {
  readonly webgpu: typeof webgpu;
}

// WebGPU needs a secure context, so the bare page and its fixtures need an address on localhost.
test.beforeEach(async ({ page }) => {
  if (runsAll) test.setTimeout(3_600_000);
  await page.route("**/bare/", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bare</title>" }),
  );
  await page.route(`**/${FOLDER}/*`, (route) =>
    route.fulfill({ path: `.${new URL(route.request().url()).pathname}` }),
  );
  await page.goto("/bare/");
  await page.addScriptTag({ content: await bundle("webgpu") });
  const isThere = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.start());
  test.skip(!isThere, "This browser has no WebGPU adapter, not even one in software.");
});

/** Errors of the browser, and the loss of the device. */
async function failuresOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Harness).webgpu.failures());
}

test("@webgpu every fused operation agrees with the plain one", async ({ page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.runCases());
  expectCases(WEBGPU, results);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu the same inputs give the same bits", async ({ page }) => {
  const { tried, unsteady } = await page.evaluate(() =>
    (globalThis as unknown as Harness).webgpu.findUnsteady("B13"),
  );
  expect(tried).toBeGreaterThan(50);
  expect(unsteady).toEqual([]);
});

test("@webgpu a growing buffer keeps its numbers", async ({ page }) => {
  const values = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.growBetween());
  expect(values).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu an upload waits for pending reads of the same memory", async ({ page }) => {
  const values = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.uploadOver());
  expect(values).toEqual([2, 4, 6]);
});

test("@webgpu reads during and after a loss fail, and the loss is reported", async ({ page }) => {
  const said = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.readAfterLoss());
  for (const error of said) expect(error).toContain("DeviceLostError");
  await expect.poll(() => failuresOf(page)).not.toEqual([]);
});

test("@webgpu traces agree with those of plain operations", async ({ page }) => {
  const cases = await page.evaluate(
    (tolerance) => (globalThis as unknown as Harness).webgpu.runTraces(tolerance),
    WEBGPU.tolerance,
  );
  expectTraces(WEBGPU, cases);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu the network's quantities, gradients and updates agree with PyTorch", async ({
  page,
}) => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".safetensors"));
  const addresses = files.map((name) => `/${FOLDER}/${name}`);
  const names = runsAll ? null : HALF_A_DOZEN;
  const results = await page.evaluate(
    ([from, wanted]) => (globalThis as unknown as Harness).webgpu.compare(from, wanted),
    [addresses, names] as const,
  );
  expectMembers(WEBGPU, results, names);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu a training step stays within the launch limit", async ({ page }) => {
  await expectFewLaunches(WEBGPU, (size) =>
    page.evaluate((each) => (globalThis as unknown as Harness).webgpu.countLaunches(each), size),
  );
});
