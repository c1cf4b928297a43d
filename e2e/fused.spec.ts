/**
 * Compares the fused operations on WebGL with the plain ones, and the fused network with PyTorch. Runs twelve members
 * of the family; ORACLE=all runs every member.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, type Page, test as base } from "@playwright/test";
import { bundle, SAMPLE_MEMBERS } from "./harness/bundle";
import {
  expectCases,
  expectFewLaunches,
  expectMembers,
  expectTraces,
  expectWalk,
  type GpuBackend,
} from "./fusedChecks";
import type { fused } from "./harness/fused";

const FOLDER = "oracle/fixtures";
const WEBGL: GpuBackend = { name: "WebGL", tolerance: 1e-3, mostLaunches: 245 };
const runsAll = process.env["ORACLE"] === "all";

interface Harness {
  readonly fused: typeof fused;
}

/** Starts the harness. */
async function start(page: Page): Promise<void> {
  await page.addScriptTag({ content: await bundle("fused") });
  const backend = await page.evaluate(() => (globalThis as unknown as Harness).fused.start());
  expect(backend).toBe("webgl");
}

const test = base.extend<object, { readonly bare: Page }>({
  /** One page for the tests of this file, because a software GPU takes seconds to compile the programs. */
  bare: [
    async ({ browser }, provide) => {
      const page = await browser.newPage();
      await start(page);
      await provide(page);
      await page.close();
    },
    { scope: "worker" },
  ],
});

test.describe.configure({ mode: "default" }); // one after the other, on the same page

test.beforeEach(() => {
  if (runsAll) test.setTimeout(3_600_000);
});

// First: in a browser that has computed much, a software GPU takes half a minute to lose a context.
test("@webgl reads after the loss of the context fail, and give no zeros", async ({ page }) => {
  await start(page);
  const errors = await page.evaluate(() =>
    (globalThis as unknown as Harness).fused.readAfterLoss(),
  );
  expect(errors).toHaveLength(3);
  for (const error of errors) expect(error).toContain("DeviceLostError");
});

test("@webgl every fused operation agrees with the plain one", async ({ bare: page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.runCases());
  expectCases(WEBGL, results);
});

test("@webgl traces agree with those of plain operations", async ({ bare: page }) => {
  const cases = await page.evaluate(
    (tolerance) => (globalThis as unknown as Harness).fused.runTraces(tolerance),
    WEBGL.tolerance,
  );
  expectTraces(WEBGL, cases);
});

test("@webgl the fused network's quantities, gradients and updates agree with PyTorch", async ({
  bare: page,
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

test("@webgl the numbers of a walk are those of the update", async ({ bare: page }) => {
  expectWalk(await page.evaluate(() => (globalThis as unknown as Harness).fused.walkAnUpdate()));
});

test("@webgl fused matrices and tfjs tensors share one context", async ({ bare: page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.takeTurns());
  expect(new Set(results)).toEqual(new Set([2 ** 20]));
});

test("@webgl a training step stays within the launch limit", async ({ bare: page }) => {
  await expectFewLaunches(WEBGL, (size) =>
    page.evaluate((each) => (globalThis as unknown as Harness).fused.countLaunches(each), size),
  );
});
