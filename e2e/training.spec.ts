/** Training in the tab. */
import type { Locator } from "@playwright/test";
import { readRows } from "./attentionMap";
import { expect, test } from "./fixtures";

const number = async (reading: Locator): Promise<number> =>
  Number((await reading.innerText()).replace(/[^\d.]/g, ""));

/** Settings of a run that only the test ends. */
const ENDLESS = "target=1&steps=20000";

test("without attention exact match is still low after the steps that attention needs", async ({
  lab,
}) => {
  await lab.open("?attention=none&steps=300&target=1");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 300");
  await expect(lab.train).toBeVisible();
  expect(await number(lab.exactMatch)).toBeLessThan(85);
});

test("training shows the present, whatever update was on the stage, and its map changes", async ({
  lab,
}) => {
  await lab.open(`?hidden=16&batch=8&${ENDLESS}`);
  await expect(lab.update).toHaveText("0");
  await lab.oneUpdate.click();
  await expect(lab.training).toContainText("One update done");
  await lab.timeline.focus();
  await lab.timeline.press("ArrowLeft");
  await expect(lab.timeline).toHaveAttribute("aria-valuetext", /^update 0/);
  await expect(lab.update).toHaveText("1");
  await expect(lab.training).toContainText("Update (now)");
  await lab.train.click();
  await expect.poll(() => number(lab.update)).toBeGreaterThan(1);
  await expect(lab.timeline).toHaveAttribute("aria-valuetext", /^now/);
  await expect(lab.page.getByText(/^Map of update [\d,]+, the right answer is fed$/)).toBeVisible();
  const before = JSON.stringify(await readRows(lab.grid));
  await expect.poll(async () => JSON.stringify(await readRows(lab.grid))).not.toBe(before);
  await expect(lab.pause).toBeVisible(); // still training
  await lab.pause.click();
});

test("pause takes effect before the next step, and the button for one step makes one step", async ({
  lab,
}) => {
  await lab.open(`?${ENDLESS}`);
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.train.click();
  await expect.poll(() => number(lab.update)).toBeGreaterThan(3);
  await lab.pause.click();
  await expect(lab.training).toContainText("Paused");
  const paused = await number(lab.update);
  await lab.oneUpdate.click();
  await expect(lab.training).toContainText(`New model: update ${paused + 1}`); // in place of the trained one
  expect(await number(lab.update)).toBe(paused + 1);
});

test("training on a shipped model starts with fresh weights, and one click restores the shipped model", async ({
  lab,
}) => {
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  await expect.poll(() => number(lab.update)).toBeGreaterThan(100);
  const trained = await number(lab.update);
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  await lab.undo.click();
  await expect.poll(() => number(lab.update)).toBe(trained);
});

test("reset and a change of the architecture make fresh weights and can be undone", async ({
  lab,
}) => {
  await lab.open("?hidden=16&batch=8");
  await expect(lab.update).toHaveText("0");
  await lab.oneUpdate.click();
  await expect(lab.update).toHaveText("1");
  const loss = await lab.loss.innerText();
  await lab.reset.click();
  await expect(lab.update).toHaveText("0");
  await lab.undo.click();
  await expect(lab.update).toHaveText("1");
  await expect(lab.loss).toHaveText(loss);
  await lab.attention.selectOption("dot");
  await expect(lab.update).toHaveText("0");
  await lab.undo.click();
  await expect(lab.update).toHaveText("1");
  await expect(lab.attention).toHaveValue("additive");
});

test("the same seed gives the same losses, another seed gives others", async ({ lab }) => {
  await lab.open("?hidden=16&batch=8&steps=50&seed=5");
  const trained = async (): Promise<string> => {
    await expect(lab.update).toHaveText("0");
    await lab.train.click();
    await expect(lab.training).toContainText("Limit: update 50");
    return lab.loss.innerText();
  };
  const losses = [await trained()];
  await lab.page.evaluate(() => sessionStorage.clear()); // else the tab continues its saved run
  await lab.open("?hidden=16&batch=8&steps=50&seed=5");
  losses.push(await trained());
  await lab.openTab("Training");
  await lab.setup.getByText("Stop and seed", { exact: true }).click();
  await lab.setup.getByLabel("Seed", { exact: true }).fill("6");
  await lab.setup.getByLabel("Seed", { exact: true }).press("Enter");
  losses.push(await trained());
  expect(losses[1]).toBe(losses[0]);
  expect(losses[2]).not.toBe(losses[0]);
});
