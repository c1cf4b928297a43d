/**
 * Compares the fused operations on WebGPU with the plain ones, and the fused network with PyTorch. A software GPU is
 * slow, so the test runs six members of the family, and a part of the cases and traces; ORACLE=all runs everything.
 */
import { readdirSync } from "node:fs";
import { expect, type Page, test as base } from "@playwright/test";
import {
  expectCases,
  expectFewLaunches,
  expectMembers,
  expectTraces,
  expectWalk,
  type GpuBackend,
} from "./fusedChecks";
import { bundle, FEW_MEMBERS } from "./harness/bundle";
import type { webgpu } from "./harness/webgpu";

const FOLDER = "oracle/fixtures";
const WEBGPU: GpuBackend = { name: "WebGPU", tolerance: 1e-4, mostLaunches: 60 };
const runsAll = process.env["ORACLE"] === "all";

interface Harness {
  readonly webgpu: typeof webgpu;
}

/**
 * Starts the harness. WebGPU needs a secure context, so the bare page and its fixtures need an address on localhost.
 * @returns whether WebGPU is there
 */
async function start(page: Page): Promise<boolean> {
  await page.route("**/bare/", (route) =>
    route.fulfill({ contentType: "text/html", body: "<!doctype html><title>bare</title>" }),
  );
  await page.route(`**/${FOLDER}/*`, (route) =>
    route.fulfill({ path: `.${new URL(route.request().url()).pathname}` }),
  );
  await page.goto("/bare/");
  await page.addScriptTag({ content: await bundle("webgpu") });
  return page.evaluate(() => (globalThis as unknown as Harness).webgpu.start());
}

interface Bare {
  readonly page: Page;
  readonly isThere: boolean; // WebGPU
}

const test = base.extend<object, { readonly bare: Bare }>({
  /** One page for the tests of this file, because a software GPU takes seconds to compile the kernels. */
  bare: [
    async ({ browser }, provide, { project }) => {
      const { baseURL = "" } = project.use;
      const context = await browser.newContext({ baseURL });
      const page = await context.newPage();
      await provide({ page, isThere: await start(page) });
      await context.close();
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ mode: "default" }); // one after the other, on the same page

test.beforeEach(({ bare }) => {
  if (runsAll) test.setTimeout(3_600_000);
  test.skip(!bare.isThere, "This browser has no WebGPU adapter, not even one in software.");
});

/** Errors of the browser, and the loss of the device. */
async function failuresOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (globalThis as unknown as Harness).webgpu.failures());
}

test("@webgpu every fused operation agrees with the plain one", async ({ bare: { page } }) => {
  const results = await page.evaluate(
    (every) => (globalThis as unknown as Harness).webgpu.runCases(every),
    runsAll,
  );
  expectCases(WEBGPU, results);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu the same inputs give the same bits", async ({ bare: { page } }) => {
  const { tried, unsteady } = await page.evaluate(() =>
    (globalThis as unknown as Harness).webgpu.findUnsteady("B13"),
  );
  expect(tried).toBeGreaterThan(50);
  expect(unsteady).toEqual([]);
});

test("@webgpu a growing buffer keeps its numbers", async ({ bare: { page } }) => {
  const values = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.growBetween());
  expect(values).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu an upload waits for pending reads of the same memory", async ({ bare: { page } }) => {
  const values = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.uploadOver());
  expect(values).toEqual([2, 4, 6]);
});

test("@webgpu reads during and after a loss fail, and the loss is reported", async ({ page }) => {
  await start(page);
  const said = await page.evaluate(() => (globalThis as unknown as Harness).webgpu.readAfterLoss());
  for (const error of said) expect(error).toContain("DeviceLostError");
  await expect.poll(() => failuresOf(page)).not.toEqual([]);
});

test("@webgpu traces agree with those of plain operations", async ({ bare: { page } }) => {
  const cases = await page.evaluate(
    ([tolerance, every]) => (globalThis as unknown as Harness).webgpu.runTraces(tolerance, every),
    [WEBGPU.tolerance, runsAll] as const,
  );
  expectTraces(WEBGPU, cases);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu the network's quantities, gradients and updates agree with PyTorch", async ({
  bare: { page },
}) => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".safetensors"));
  const addresses = files.map((name) => `/${FOLDER}/${name}`);
  const names = runsAll ? null : FEW_MEMBERS;
  const results = await page.evaluate(
    ([from, wanted]) => (globalThis as unknown as Harness).webgpu.compare(from, wanted),
    [addresses, names] as const,
  );
  expectMembers(WEBGPU, results, names);
  expect(await failuresOf(page)).toEqual([]);
});

test("@webgpu the numbers of a walk are those of the update", async ({ bare: { page } }) => {
  expectWalk(await page.evaluate(() => (globalThis as unknown as Harness).webgpu.walkAnUpdate()));
});

test("@webgpu a training step stays within the launch limit", async ({ bare: { page } }) => {
  await expectFewLaunches(WEBGPU, (size) =>
    page.evaluate((each) => (globalThis as unknown as Harness).webgpu.countLaunches(each), size),
  );
});
