/** Training in the tab. */
import type { Locator } from "@playwright/test";
import { strongestSources, readRows } from "./attentionMap";
import { expect, test } from "./fixtures";

const number = async (reading: Locator): Promise<number> =>
  Number((await reading.innerText()).replace(/[^\d.]/g, ""));

/** Settings of a run that only the test ends. */
const ENDLESS = "target=1&steps=20000";

test("the default set-up learns to reverse within 1,000 steps, and the map shows how", async ({
  lab,
}) => {
  await lab.open("?target=0.97");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.train.click();
  await expect(lab.pause).toBeVisible();
  await expect(lab.training).toContainText("Done: ");
  expect(await number(lab.exactMatch)).toBeGreaterThanOrEqual(95);
  expect(await number(lab.update)).toBeLessThanOrEqual(1000);
  expect(await number(lab.loss)).toBeLessThan(0.3);
  await lab.source.fill("window");
  await lab.source.press("Enter");
  await expect(lab.output).toContainText("wodniw");
  // The largest weight of each row lies on the copied letter; one row may differ.
  const copied = strongestSources(await readRows(lab.grid)).slice(0, 6);
  expect(copied.filter((token, t) => token === "wodniw"[t]).length).toBeGreaterThanOrEqual(5);
});

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
  const losses: string[] = [];
  for (const seed of [5, 5, 6]) {
    await lab.open(`?hidden=16&batch=8&steps=50&seed=${seed}`);
    await expect(lab.update).toHaveText("0");
    await lab.train.click();
    await expect(lab.training).toContainText("Limit: update 50");
    losses.push(await lab.loss.innerText());
    await lab.page.evaluate(() => sessionStorage.clear()); // else the tab continues its saved run
  }
  expect(losses[1]).toBe(losses[0]);
  expect(losses[2]).not.toBe(losses[0]);
});
