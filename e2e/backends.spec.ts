/** The choice of a backend, and the failure of one. */
import { expectSameUpdate, firstUpdate } from "./firstUpdate";
import { expect as anyExpect, expectAccessible, test } from "./fixtures";

/** Without a GPU, the processor compiles and runs about a hundred shaders, which can take minutes. */
const expect = anyExpect.configure({ timeout: 600_000 });

test.beforeEach(() => test.setTimeout(1_800_000));

test("a choice of WebGL on a software GPU is refused, and the page says what it uses instead", async ({
  lab,
  page,
}) => {
  await page.addInitScript(() => localStorage.setItem("seq2seq-lab.backend", "webgl"));
  await lab.open("?hidden=16&batch=8");
  await expect(lab.backend).toHaveText("WebAssembly: this device does not have WebGL");
  await lab.openTab("Training");
  await lab.setup.getByText("Computation", { exact: true }).click();
  await expect(lab.setup).toContainText(
    "WebGL (graphics card) cannot be used: not available on this device. WebAssembly is used instead.",
  );
});

test("a link to WebGPU where the browser has none says what is used instead", async ({ lab }) => {
  await lab.open("?backend=webgpu&hidden=16&batch=8");
  await expect(lab.backend).toHaveText("WebAssembly: this device does not have WebGPU");
  await lab.language.selectOption("ko");
  await expect(lab.page.getByText("WebGPU: 이 기기에 없음")).toBeAttached();
});

test("@fallback a desktop without a GPU trains on WebAssembly", async ({ lab }) => {
  await lab.open("?hidden=16&batch=8");
  await expect(lab.backend).toHaveText("WebAssembly");
  const context = await lab.page.evaluate(() =>
    new OffscreenCanvas(1, 1).getContext("webgl2", { failIfMajorPerformanceCaveat: true }),
  );
  expect(context).toBeNull(); // else this test proves nothing
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
});

// WebGL: `lostCard.spec.ts`.
test("@webgpu WebGPU's first loss and map are those of WebAssembly", async ({ lab }) => {
  await lab.open("?backend=webgpu&hidden=16&batch=8");
  await expect(lab.backend).toContainText("WebGPU");
  const webgpu = await firstUpdate(lab);
  await lab.page.evaluate(() => sessionStorage.clear()); // else the tab continues its saved run
  await lab.open("?backend=wasm&hidden=16&batch=8");
  await expect(lab.backend).toContainText("WebAssembly");
  expectSameUpdate(webgpu, await firstUpdate(lab));
});

test("without WebAssembly the page uses plain JavaScript", async ({ lab, expectedFaults }) => {
  expectedFaults.push(/ERR_FAILED/, /wasm/i);
  await lab.page.route("**/*.wasm", (route) => route.abort());
  await lab.open("?hidden=8&batch=8");
  await expect(lab.backend).toContainText("JavaScript:");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
});

test("the page reports a worker that cannot start, and a restart starts it", async ({
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
  await expect(lab.grid).toBeVisible(); // the shipped map stays
  broken = false;
  await restart.click();
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(restart).toBeHidden();
});

test.describe("an idle page", () => {
  test.use({ measuresBackends: true });

  test("@fallback times every backend; the chosen one trains and survives a reload", async ({
    lab,
    page,
  }) => {
    const backend = (name: string) => lab.setup.getByRole("radio", { name, exact: true });
    await lab.open("?hidden=16&batch=8");
    await lab.openTab("Training");
    await lab.setup.getByText("Computation", { exact: true }).click();
    for (const name of ["WebAssembly", "JavaScript"])
      await expect(backend(name)).toHaveAccessibleDescription(/\d\sms an update/);
    for (const name of ["WebGL (graphics card)", "WebGPU (graphics card)"])
      await expect(backend(name)).toHaveAccessibleDescription("not available on this device");
    await expect(backend("WebGL (graphics card)")).toHaveAttribute("aria-disabled", "true");
    await expect(backend("Automatic")).toBeChecked();
    await expect(backend("Automatic")).toHaveAccessibleDescription(/^the fastest: /);
    await expectAccessible(page, "rail");

    await backend("WebAssembly").check(); // so the next choice changes the backend, whichever one was the fastest
    await expect(lab.backend).toContainText("WebAssembly");
    await backend("JavaScript").check();
    await expect(lab.backend).toHaveText("JavaScript: chosen in Set-up");
    await expect(backend("JavaScript")).toHaveAccessibleDescription(/in use$/);
    await lab.oneUpdate.click();
    await expect(lab.update).toHaveText("1");
    await expect(lab.setup.getByText(/^In use: /)).toContainText("JavaScript");

    await page.reload();
    await expect(lab.backend).toHaveText("JavaScript: chosen in Set-up");
    await expect(backend("JavaScript")).toBeChecked(); // the link keeps the section open
    await expect(backend("WebAssembly")).toHaveAccessibleDescription(/\d\sms an update/); // from the earlier measurement
    await lab.open("?hidden=16&batch=8&backend=wasm");
    await expect(lab.backend).toHaveText("WebAssembly: set by the link");
  });
});
