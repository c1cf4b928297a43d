/**
 * The fused operations on WebGPU, case by case against the plain ones, and the network on them against PyTorch. Without a
 * GPU the browser plays one, slowly, so half a dozen members stand for the family; ORACLE=all runs every one.
 */
import { readdirSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { expectCases, expectFewLaunches, expectMembers, type Way } from "./fusedChecks";
import { bundle } from "./harness/bundle";
import type { webgpu } from "./harness/webgpu";

const FOLDER = "oracle/fixtures";
const WEBGPU: Way = { name: "WebGPU", tolerance: 1e-4 };
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

// WebGPU is there for secure pages alone, so the bare page needs an address, and so do the fixtures that it fetches.
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
  test.skip(!isThere, "This browser gives no WebGPU adapter, not even one in software.");
});

/** What the browser complained of, or that the device went. */
async function failuresOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Harness).webgpu.failures());
}

test("@webgpu every fused operation is the plain one's", async ({ page }) => {
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

test("@webgpu numbers stay where they are when the buffer grows", async ({ page }) => {
  const values = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.growBetween());
  expect(values).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu no upload gets ahead of what still reads its room", async ({ page }) => {
  const values = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.uploadOver());
  expect(values).toEqual([2, 4, 6]);
});

test("@webgpu nothing is read from a device that is lost, and the loss is told", async ({
  page,
}) => {
  const said = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.readAfterLoss());
  expect(said).toContain("nothing can be read back");
  await expect.poll(() => failuresOf(page)).not.toEqual([]);
});

test("@webgpu the network's quantities, gradients and updates are PyTorch's", async ({ page }) => {
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

test("@webgpu a training step is few launches", async ({ page }) => {
  const launches = await page.evaluate(() =>
    (globalThis as unknown as Harness).webgpu.countLaunches(),
  );
  expectFewLaunches(WEBGPU, launches);
});
