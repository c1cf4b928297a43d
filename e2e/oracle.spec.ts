/**
 * Compares the engine on WebGL with PyTorch. Compiling shaders takes long without a GPU, so the test runs six members
 * that cover every cell, depth, direction, score and timing; ORACLE=all runs every member.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { bundle, FEW_MEMBERS } from "./harness/bundle";
import type { MemberResult, oracle } from "./harness/oracle";

const FOLDER = "oracle/fixtures";
const TOLERANCE = 1e-3;
const runsAll = process.env["ORACLE"] === "all";

test("@webgl quantities, gradients and updates agree with PyTorch", async ({ page }) => {
  if (runsAll) test.setTimeout(3_600_000);
  await page.addScriptTag({ content: await bundle("oracle") });
  const backend = await page.evaluate(() =>
    (globalThis as unknown as { oracle: typeof oracle }).oracle.start(),
  );
  expect(backend).toBe("webgl");

  const results: MemberResult[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".safetensors"))) {
    const part = await page.evaluate(
      ([bytes, names]) =>
        (globalThis as unknown as { oracle: typeof oracle }).oracle.compare(bytes, names),
      [readFileSync(`${FOLDER}/${file}`, "base64"), runsAll ? null : FEW_MEMBERS] as const,
    );
    results.push(...part);
  }
  const worst = Math.max(
    ...results.flatMap((member) => member.deviations.map(({ error }) => error)),
  );
  const description = `${results.length} members, largest relative difference ${worst.toExponential(1)}`;
  test.info().annotations.push({ type: "WebGL against PyTorch", description });
  if (!runsAll) expect(results.map(({ name }) => name).toSorted()).toEqual(FEW_MEMBERS.toSorted());
  for (const { name, deviations, expected } of results) {
    const forward = deviations.filter(({ group }) => group === "forward");
    expect(forward.map((part) => part.name).toSorted(), name).toEqual(expected.toSorted());
    expect(
      deviations.filter(({ error }) => !(error <= TOLERANCE)),
      name,
    ).toEqual([]);
  }
});
