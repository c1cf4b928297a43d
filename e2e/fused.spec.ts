/**
 * The fused operations on WebGL, case by case against the plain ones, and the network on them against PyTorch. A dozen
 * members stand for the family; ORACLE=all runs every one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { bundle, DOZEN } from "./harness/bundle";
import type { CaseResult, fused } from "./harness/fused";

const FOLDER = "oracle/fixtures";
const TOLERANCE = 1e-3;
const MOST_LAUNCHES = 250; // of a training step; the textbook composition needs some 2,200
const runsAll = process.env["ORACLE"] === "all";

interface Harness {
  readonly fused: typeof fused;
}

test.beforeEach(async ({ page }) => {
  test.setTimeout(runsAll ? 3_600_000 : 600_000);
  await page.addScriptTag({ content: await bundle("fused") });
  const backend = await page.evaluate(() => (globalThis as unknown as Harness).fused.start());
  expect(backend).toBe("webgl");
});

/** Notes the largest error for the report. */
function note(type: string, what: string, errors: readonly number[]): void {
  const description = `${what}, largest relative difference ${Math.max(...errors).toExponential(1)}`;
  test.info().annotations.push({ type, description });
}

test("@webgl every fused operation is the plain one's", async ({ page }) => {
  const results: CaseResult[] = await page.evaluate(() =>
    (globalThis as unknown as Harness).fused.runCases(),
  );
  const errors = results.map(({ error }) => error);
  note("WebGL against plain operations", `${results.length} cases`, errors);
  expect(results.length).toBeGreaterThan(100);
  expect(results.filter(({ error, isExact }) => !(error <= (isExact ? 0 : TOLERANCE)))).toEqual([]);
});

test("@webgl the fused network's quantities, gradients and updates are PyTorch's", async ({
  page,
}) => {
  const results = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".safetensors"))) {
    const part = await page.evaluate(
      ([bytes, names]) => (globalThis as unknown as Harness).fused.compare(bytes, names),
      [readFileSync(`${FOLDER}/${file}`, "base64"), runsAll ? null : DOZEN] as const,
    );
    results.push(...part);
  }
  const errors = results.flatMap(({ deviations }) => deviations.map(({ error }) => error));
  note("fused WebGL against PyTorch", `${results.length} members`, errors);
  if (!runsAll) expect(results.map(({ name }) => name).toSorted()).toEqual(DOZEN.toSorted());
  for (const { name, deviations } of results) {
    const groups = new Set(deviations.map(({ group }) => group));
    expect([...groups].toSorted(), name).toEqual(["adam", "forward", "gradient"]);
    expect(
      deviations.filter(({ error }) => !(error <= TOLERANCE)),
      name,
    ).toEqual([]);
  }
});

test("@webgl matrices and the tensor library's tensors share a context", async ({ page }) => {
  const results = await page.evaluate(() => (globalThis as unknown as Harness).fused.takeTurns());
  expect(new Set(results)).toEqual(new Set([2 ** 20]));
});

test("@webgl a training step is few launches", async ({ page }) => {
  const launches = await page.evaluate(() =>
    (globalThis as unknown as Harness).fused.countLaunches(),
  );
  const description = `${launches} programs in a training step`;
  test.info().annotations.push({ type: "fused WebGL", description });
  expect(launches).toBeGreaterThan(0);
  expect(launches).toBeLessThanOrEqual(MOST_LAUNCHES);
});
