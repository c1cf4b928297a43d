/**
 * The engine on WebGL against PyTorch. Compiling shaders takes long without a GPU, so a dozen members stand for the
 * family, chosen so that every cell, depth, direction, score and timing is among them; ORACLE=all runs every one.
 */
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { build } from "vite";
import type { MemberResult, oracle } from "./harness/oracle";

const FOLDER = "oracle/fixtures";
const TOLERANCE = 1e-3;
const DOZEN = [
  "rnn-1layer-uni-none",
  "rnn-2layer-bi-concat-luong",
  "rnn-1layer-bi-none-onehot",
  "gru-1layer-uni-additive-bahdanau",
  "gru-1layer-uni-dot-luong",
  "gru-2layer-uni-diagonal-bahdanau",
  "gru-2layer-bi-general-bahdanau",
  "gru-2layer-bi-additive-bahdanau-dropout",
  "gru-1layer-uni-additive-bahdanau-reversed",
  "lstm-1layer-uni-general-luong-feeding",
  "lstm-2layer-uni-dot-bahdanau",
  "lstm-2layer-bi-concat-luong-feeding",
];
const runsAll = process.env["ORACLE"] === "all";

/** The harness as one script: the engine, the comparison and the backend. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      minify: false,
      lib: { entry: "e2e/harness/oracle.ts", formats: ["iife"], name: "harness" },
    },
  });
  const output = (Array.isArray(built) ? built[0] : built) as { output: { code: string }[] };
  return output.output[0]?.code ?? "";
}

test("@webgl every quantity, gradient and update is PyTorch's", async ({ page }) => {
  test.setTimeout(runsAll ? 3_600_000 : 600_000);
  await page.addScriptTag({ content: await bundle() });
  const backend = await page.evaluate(() =>
    (globalThis as unknown as { oracle: typeof oracle }).oracle.start(),
  );
  expect(backend).toBe("webgl");

  const results: MemberResult[] = [];
  for (const file of readdirSync(FOLDER).filter((name) => name.endsWith(".safetensors"))) {
    const part = await page.evaluate(
      ([bytes, names]) =>
        (globalThis as unknown as { oracle: typeof oracle }).oracle.compare(bytes, names),
      [[...readFileSync(`${FOLDER}/${file}`)], runsAll ? null : DOZEN] as const,
    );
    results.push(...part);
  }
  const worst = Math.max(
    ...results.flatMap((member) => member.deviations.map(({ error }) => error)),
  );
  const description = `${results.length} members, largest relative difference ${worst.toExponential(1)}`;
  test.info().annotations.push({ type: "WebGL against PyTorch", description });
  if (!runsAll) expect(results.map(({ name }) => name).toSorted()).toEqual(DOZEN.toSorted());
  for (const { name, deviations, expected } of results) {
    const forward = deviations.filter(({ group }) => group === "forward");
    expect(forward.map((part) => part.name).toSorted(), name).toEqual(expected.toSorted());
    expect(
      deviations.filter(({ error }) => !(error <= TOLERANCE)),
      name,
    ).toEqual([]);
  }
});
