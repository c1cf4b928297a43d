/** Training on several threads: in an isolated page, in one without isolation, and with failing threads. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, type Lab, test } from "./fixtures";
import { forgetTab, keptStep, stepNumber, stoppedAt, stopAfter, tableOf } from "./savedRun";

const SMALL = "?hidden=16&embedding=8&batch=16&target=1";
const LARGE =
  "?hidden=16&embedding=8&batch=128&rate=0.003&target=1&forcing=0.7&dropout=0.1&seed=21";
const THREADS = /WebAssembly, \d threads$/;
const CHOSEN = /WebAssembly, \d threads: chosen in Set-up$/;
const INSISTED = /WebAssembly, \d threads: set by the link$/;
const WITHOUT = {
  isolation: /WebAssembly: this device does not have WebAssembly, \d threads$/,
  start: /WebAssembly: WebAssembly, \d threads failed its self-test$/,
  answer: /WebAssembly: WebAssembly, \d threads stopped answering$/,
};

/** Opens the choice of a backend in Set-up. */
async function openComputation(lab: Lab) {
  await lab.openTab("Training");
  await lab.setup.getByText("Computation", { exact: true }).click();
  return (name: string | RegExp) => lab.setup.getByRole("radio", { name, exact: true });
}

/** Skips a test of threads on a machine without threads. */
async function expectProcessors(page: Page): Promise<void> {
  const processors = await page.evaluate(() => navigator.hardwareConcurrency);
  test.skip(processors < 2, "threads need at least two processors");
}

test("threads chosen in Set-up train, and after a reload they continue with the same losses", async ({
  lab,
  page,
}) => {
  await expectProcessors(page);
  await lab.open(`${LARGE}&steps=20000`);
  const backend = await openComputation(lab);
  await backend(THREADS).check();
  await expect(lab.backend).toHaveText(CHOSEN);
  await expectAccessible(page, "rail");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  const first = Number(await lab.loss.innerText());
  await lab.train.click();
  await expect.poll(() => keptStep(page)).toBeGreaterThan(50);
  await page.reload();
  await expect(lab.training).toContainText("Saved run: update");
  await expect(lab.backend).toHaveText(CHOSEN);
  const resumed = await stepNumber(lab.update);
  expect(resumed).toBeGreaterThan(50);
  const end = stopAfter(resumed);
  await lab.open(`${LARGE}&steps=${end}`);
  await lab.train.click();
  await expect(lab.training).toContainText(stoppedAt(end));
  expect(Number(await lab.loss.innerText())).toBeLessThan(0.9 * first);
  const interrupted = await tableOf(lab);

  await forgetTab(page);
  await lab.open(`${LARGE}&steps=${end}`);
  await expect(lab.update).toHaveText("0");
  await expect(lab.backend).toHaveText(CHOSEN);
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await lab.train.click();
  await expect(lab.training).toContainText(stoppedAt(end));
  expect(interrupted).toEqual(await tableOf(lab));

  await lab.language.selectOption("ko");
  await expect(page.getByRole("status", { name: "계산 장치" })).toHaveText(
    /WebAssembly\(스레드 \d개\): 설정에서 선택$/,
  );
});

test("without isolation threads are not available, and a link with threads uses WebAssembly", async ({
  lab,
  page,
}) => {
  await page.route("**/*", async (route) => {
    const response = await route.fetch({ timeout: 0 });
    const { "cross-origin-opener-policy": _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await lab.open(SMALL);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const backend = await openComputation(lab);
  await page.getByRole("button", { name: "Measure" }).click();
  await expect(backend(THREADS)).toHaveAccessibleDescription(/^not available: /);
  await expect(backend(THREADS)).toHaveAttribute("aria-disabled", "true");
  await lab.open(`${SMALL}&backend=threads`);
  await expect(lab.backend).toHaveText(WITHOUT.isolation);
  await page.unrouteAll({ behavior: "ignoreErrors" }); // a part that loads late may still be on its way
});

/**
 * Replaces the class of the worker's threads, because Playwright cannot intercept requests of nested workers.
 * @param members code of the class members to replace
 */
async function patchThreads(page: Page, members: string): Promise<void> {
  await page.route("**/trainer.worker*", async (route) => {
    const response = await route.fetch({ timeout: 0 });
    const spoilt = `{ const Right = Worker; self.Worker = class extends Right { ${members} }; }`;
    await route.fulfill({ response, body: `${spoilt}\n${await response.text()}` });
  });
}

test("the page skips threads that cannot start", async ({ lab, page, expectedFaults }) => {
  await expectProcessors(page);
  expectedFaults.push(/404/);
  await patchThreads(page, `constructor(_, options) { super("./missing.js", options); }`);
  await lab.open(`${SMALL}&backend=threads`);
  await expect(lab.backend).toHaveText(WITHOUT.start);
  await lab.openTab("Training");
  await lab.place("training-tab").getByText("Technical detail").click();
  await expect(lab.place("training-tab")).toContainText("threads: a peer could not be loaded");
});

const BROKEN = `{ ...task, share: { ...task.share, batch: { ...task.share.batch, targetOut: task.share.batch.targetOut.map(() => 1e6) } } }`;

for (const [failure, sabotage] of [
  ["stops answering", ""],
  ["dies", "this.terminate();"],
  ["fails", `super.postMessage(${BROKEN});`],
] as const)
  test(`the page reports a thread that ${failure} during training, and a restart continues without threads`, async ({
    lab,
    page,
    expectedFaults,
  }) => {
    await expectProcessors(page);
    expectedFaults.push(/crossEntropy/);
    await patchThreads(
      page,
      `left = 200; postMessage(task) { if (this.left-- > 0) super.postMessage(task); else { ${sabotage} } }`,
    );
    await lab.open(`${SMALL}&backend=threads&steps=20000`);
    await expect(lab.backend).toHaveText(INSISTED);
    await lab.train.click();
    const notice = page.getByText("One of the threads stopped answering.");
    await expect(notice).toBeVisible();
    await page.getByRole("button", { name: "Restart the engine" }).click();
    await expect(notice).toBeHidden();
    await expect(lab.backend).toHaveText(WITHOUT.answer);
    await lab.oneUpdate.click();
    await expect(lab.loss).toHaveText(/\d/);
  });
