/** Which way of computing is taken, and what happens when one fails. */
import { rows } from "./attentionMap";
import { expect, test } from "./fixtures";

test("a software GPU is refused in favour of WebAssembly, and the student is told", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toHaveText("No GPU acceleration: using WebAssembly");
});

test("@fallback a desktop without a GPU gets WebAssembly and trains", async ({ lab }) => {
  await lab.open("?hidden=16&batch=8");
  await expect(lab.backend).toHaveText("No GPU acceleration: using WebAssembly");
  const context = await lab.page.evaluate(() =>
    new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat: true }),
  );
  expect(context).toBeNull(); // else this test says nothing
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
});

test("@webgl WebGL decodes and trains like the others", async ({ lab }) => {
  await lab.open("?backend=webgl&source=abcd");
  await expect(lab.backend).toContainText("WebGL", { timeout: 90_000 });
  await expect(lab.output).toContainText("dcba");
  for (const row of await rows(lab.grid)) {
    const sum = row.reduce((total, cell) => total + cell.weight, 0);
    expect(Math.abs(sum - 1)).toBeLessThanOrEqual(0.005 * row.length + 1e-9);
  }
  await lab.open("?backend=webgl&hidden=16&batch=8");
  await expect(lab.step).toHaveText("0", { timeout: 90_000 });
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1", { timeout: 120_000 });
  const webgl = Number(await lab.loss.innerText());
  await lab.open("?backend=wasm&hidden=16&batch=8");
  await expect(lab.step).toHaveText("0");
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
  expect(Math.abs(webgl - Number(await lab.loss.innerText()))).toBeLessThanOrEqual(0.001);
});

test("without WebAssembly the page goes on in plain JavaScript", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_FAILED/, /wasm/i);
  await lab.page.route("**/*.wasm", (route) => route.abort());
  await lab.open("?hidden=8&batch=8");
  await expect(lab.backend).toContainText("plain JavaScript", { timeout: 60_000 });
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
});

test("a worker that cannot start is said, and a restart brings it back", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_FAILED/);
  let broken = true;
  await lab.page.route("**/worker/**", (route) => (broken ? route.abort() : route.continue()));
  await lab.page.route("**/*.worker*", (route) => (broken ? route.abort() : route.continue()));
  await lab.open();
  const restart = lab.page.getByRole("button", { name: "Restart the engine" });
  await expect(restart).toBeVisible();
  await expect(lab.grid).toBeVisible(); // the shipped picture stays
  broken = false;
  await restart.click();
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(restart).toBeHidden();
});
