/** Which way of computing is taken, and what happens when one fails. */
import { rows } from "./attentionMap";
import { expect as anyExpect, expectAccessible, test } from "./fixtures";

/** Without a GPU a processor compiles and runs some hundred shaders, which may take minutes. */
const expect = anyExpect.configure({ timeout: 600_000 });

test.beforeEach(() => test.setTimeout(1_800_000));

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
  await expect(lab.backend).toContainText("WebGL");
  await expect(lab.output).toContainText("dcba");
  for (const row of await rows(lab.grid)) {
    const sum = row.reduce((total, cell) => total + cell.weight, 0);
    expect(Math.abs(sum - 1)).toBeLessThanOrEqual(0.005 * row.length + 1e-9);
  }
  await lab.open("?backend=webgl&hidden=16&batch=8");
  await expect(lab.step).toHaveText("0");
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
  const webgl = Number(await lab.loss.innerText());
  await lab.page.evaluate(() => sessionStorage.clear()); // or the tab would go on with the run it kept
  await lab.open("?backend=wasm&hidden=16&batch=8");
  await expect(lab.step).toHaveText("0");
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
  expect(Math.abs(webgl - Number(await lab.loss.innerText()))).toBeLessThanOrEqual(0.001);
});

test("@webgpu WebGPU trains like the others, and draws its traces with another", async ({
  lab,
}) => {
  await lab.open("?backend=webgpu&source=abcd");
  await expect(lab.backend).toContainText("WebGPU");
  await expect(lab.output).toContainText("dcba");
  await lab.open("?backend=webgpu&hidden=16&batch=8");
  await expect(lab.step).toHaveText("0");
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
  const webgpu = Number(await lab.loss.innerText());
  await lab.page.evaluate(() => sessionStorage.clear()); // or the tab would go on with the run it kept
  await lab.open("?backend=wasm&hidden=16&batch=8");
  await expect(lab.step).toHaveText("0");
  await lab.oneStep.click();
  await expect(lab.step).toHaveText("1");
  expect(Math.abs(webgpu - Number(await lab.loss.innerText()))).toBeLessThanOrEqual(0.001);
});

test("without WebAssembly the page goes on in plain JavaScript", async ({
  lab,
  expectedFaults,
}) => {
  expectedFaults.push(/ERR_FAILED/, /wasm/i);
  await lab.page.route("**/*.wasm", (route) => route.abort());
  await lab.open("?hidden=8&batch=8");
  await expect(lab.backend).toContainText("plain JavaScript");
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

test.describe("a page that rests", () => {
  test.use({ measuresBackends: true });

  test("@fallback times every backend; a choice among them is trained on and survives a reload", async ({
    lab,
    page,
  }) => {
    const settings = page.getByRole("region", { name: "More settings" });
    const backend = (name: string) => settings.getByRole("radio", { name, exact: true });
    await lab.open("?hidden=16&batch=8");
    await settings.getByText("Computation", { exact: true }).click();
    for (const name of ["WebAssembly", "JavaScript"])
      await expect(backend(name)).toHaveAccessibleDescription(/\d\sms a step/);
    for (const name of ["WebGL (graphics card)", "WebGPU (graphics card)"])
      await expect(backend(name)).toHaveAccessibleDescription("not available on this device");
    await expect(backend("WebGL (graphics card)")).toHaveAttribute("aria-disabled", "true");
    await expect(backend("Automatic")).toBeChecked();
    await expect(backend("Automatic")).toHaveAccessibleDescription(/^the fastest: /);
    await expectAccessible(page);

    await backend("WebAssembly").check(); // whichever was the fastest, the next choice is another
    await expect(lab.backend).toContainText("WebAssembly");
    await backend("JavaScript").check();
    await expect(lab.backend).toHaveText("plain JavaScript, as chosen in Set-up");
    await expect(backend("JavaScript")).toHaveAccessibleDescription(/in use$/);
    await lab.oneStep.click();
    await expect(lab.step).toHaveText("1");
    await expect.poll(() => settings.getByRole("status").innerText()).toContain("JavaScript");

    await page.reload();
    await expect(lab.backend).toHaveText("plain JavaScript, as chosen in Set-up");
    await settings.getByText("Computation", { exact: true }).click();
    await expect(backend("JavaScript")).toBeChecked();
    await expect(backend("WebAssembly")).toHaveAccessibleDescription(/\d\sms a step/); // remembered
    await lab.open("?hidden=16&batch=8&backend=wasm");
    await expect(lab.backend).toHaveText("WebAssembly, as the link asks");
  });
});
