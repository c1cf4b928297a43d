/** Runs across reloads, runs of several tabs, and the replay of a run. */
import type { Page } from "@playwright/test";
import { readRows } from "./attentionMap";
import { expect, test } from "./fixtures";
import { forgetTab, keptStep, stepNumber, stoppedAt, stopAfter, tableOf } from "./savedRun";

const LARGE = "?hidden=16&embedding=8&batch=128&rate=0.0005&target=1"; // learns too slowly to reach the target
const SMALL = "?hidden=16&embedding=8&batch=8&target=1";
const ENDLESS = "&steps=20000"; // more steps than a test runs

const trainingOf = (page: Page) => page.getByRole("region", { name: "Training" });
const stepOf = (page: Page) => trainingOf(page).getByLabel("Update", { exact: true });

test("after a reload training continues with the same losses", async ({ lab, page }) => {
  const link = `${LARGE}&forcing=0.7&dropout=0.1&seed=11`;
  await lab.open(link + ENDLESS);
  await lab.train.click();
  await expect.poll(() => keptStep(page)).toBeGreaterThan(50);
  await page.reload();
  await expect(lab.training).toContainText("Saved run: update");
  const resumed = await stepNumber(lab.update);
  expect(resumed).toBeGreaterThan(50);
  await expect(lab.train).toBeVisible(); // training does not resume by itself

  const end = stopAfter(resumed);
  await lab.open(`${link}&steps=${end}`);
  await expect(lab.training).toContainText("Saved run: update");
  await lab.train.click();
  await expect(lab.training).toContainText(stoppedAt(end));
  const interrupted = await tableOf(lab);

  await forgetTab(page);
  await lab.open(`${link}&steps=${end}`);
  await expect(lab.update).toHaveText("0");
  await lab.train.click();
  await expect(lab.training).toContainText(stoppedAt(end));
  const whole = await tableOf(lab);
  expect(whole).toHaveLength(end / 50 + 2); // a heading, then steps 0, 50, ..., end
  expect(interrupted).toEqual(whole);
});

test("a continued run can be reset, and a link with other settings has its own model", async ({
  lab,
  page,
}) => {
  await lab.open(`${SMALL}&seed=12`);
  for (const step of ["1", "2"]) {
    await lab.oneUpdate.click();
    await expect(lab.update).toHaveText(step);
  }
  await expect.poll(() => keptStep(page)).toBe(2);
  await lab.open(`${SMALL}&seed=13`);
  await expect(lab.training).toContainText("Untrained");
  await lab.open(`${SMALL}&seed=12`);
  await expect(lab.training).toContainText("Saved run: update 2");
  await lab.reset.click();
  await expect(lab.training).toContainText("Untrained");
  await expect.poll(() => keptStep(page)).toBeNull();
  await page.reload();
  await expect(lab.training).toContainText("Untrained");
});

const continues = (step: number): string => `Saved run: update ${step}`;

test("a duplicated tab saves a run of its own", async ({ lab, page }) => {
  await lab.open(`${SMALL}&seed=14`);
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  // A tab opened by a script copies the session storage, as a duplicated tab does.
  const opening = page.waitForEvent("popup");
  await page.evaluate(() => void window.open(location.href));
  const copy = await opening;
  await expect(trainingOf(copy)).toContainText("Untrained");
  for (const step of ["1", "2", "3"]) {
    await trainingOf(copy).getByRole("button", { name: "One update", exact: true }).click();
    await expect(stepOf(copy)).toHaveText(step);
  }
  await lab.oneUpdate.click();
  await expect.poll(() => keptStep(page)).toBe(2);
  await expect.poll(() => keptStep(copy)).toBe(3);
  await Promise.all([page.reload(), copy.reload()]);
  await expect(lab.training).toContainText(continues(2));
  await expect(trainingOf(copy)).toContainText(continues(3));
});

test("without storage the page says so, and training continues", async ({ lab, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get: () => {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await lab.open(`${SMALL}&steps=50`);
  await lab.train.click();
  await expect(lab.training).toContainText("The run could not be saved");
  await expect(lab.training).toContainText("Limit: update 50");
});

test("training pauses in a hidden tab if the option is on", async ({ lab, page }) => {
  const see = (hidden: boolean): Promise<void> =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { configurable: true, value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await lab.open(LARGE + ENDLESS);
  await lab.openTab("Training");
  await lab.page.getByRole("checkbox", { name: "Pause when the tab is hidden" }).check();
  await lab.train.click();
  await expect.poll(() => stepNumber(lab.update)).toBeGreaterThan(3);
  await see(true);
  await expect(lab.training).toContainText("Paused: tab is hidden");
  const paused = await stepNumber(lab.update);
  await see(false);
  await expect(lab.training).toContainText("Training continues");
  await expect.poll(() => stepNumber(lab.update)).toBeGreaterThan(paused);
  await page.reload();
  await lab.openTab("Training");
  await expect(
    lab.page.getByRole("checkbox", { name: "Pause when the tab is hidden" }),
  ).toBeChecked();
});

test("the playhead shows earlier maps during training", async ({ lab, page }) => {
  await lab.open(`${SMALL}&steps=200&rate=0.02`);
  await expect(lab.update).toHaveText("0");
  const fresh = await readRows(lab.grid);
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 200");
  await expect(lab.timeline).toHaveAttribute("aria-valuetext", "now, update 200");
  const now = await readRows(lab.grid);
  expect(now).not.toEqual(fresh);
  await lab.timeline.focus();
  await page.keyboard.press("Home");
  await expect(lab.timeline).toHaveAttribute("aria-valuetext", /^update 0: /);
  await expect(page.getByText("You see update 0, not the present model")).toBeVisible();
  await expect.poll(() => readRows(lab.grid)).toEqual(fresh);
  await lab.train.click(); // shows the present
  await expect(page.getByText("not the present model")).toBeHidden();
  await lab.timeline.focus();
  await page.keyboard.press("Home");
  await expect.poll(() => readRows(lab.grid)).toEqual(fresh);
  await expect.poll(() => stepNumber(lab.update)).toBeGreaterThan(260);
  expect(await readRows(lab.grid)).toEqual(fresh);
  await lab.backToNow.click();
  await expect.poll(() => readRows(lab.grid)).not.toEqual(fresh);
  await expect(page.getByText("not the present model")).toBeHidden();
});

test("the playhead of a shipped model reads values only", async ({ lab, page }) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly"); // a run that becomes active puts the playhead at the present
  await expect(lab.timeline).toHaveAttribute("aria-valuetext", /^now, update [\d,]+$/);
  const map = await readRows(lab.grid);
  await lab.timeline.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(lab.timeline).toHaveAttribute("aria-valuetext", /^update [\d,]+: .*exact match/);
  await expect(lab.training).toContainText("this model kept no earlier weights");
  expect(await readRows(lab.grid)).toEqual(map);
});
