/** Training that can be watched and trusted: maps on the way, and the best weights when training ends lower. */
import type { Locator, Page } from "@playwright/test";
import { readRows, strongestSources } from "./attentionMap";
import { expect, test } from "./fixtures";

/** The maps by the note that names their update. */
type Maps = Record<string, string[]>;

type Watched = typeof globalThis & { maps: Maps };

/** Keeps every map that the page draws while it trains, with the note over it. */
async function watchMaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const maps: Maps = {};
    (globalThis as Watched).maps = maps;
    const look = (): void => {
      const paragraphs = Array.from(document.querySelectorAll("p"), (p) => p.textContent);
      const note = paragraphs.find((text) => /^Map of update [\d,]+/.test(text));
      if (note === undefined) return;
      // The colours, since names for screen readers change only every few seconds while the model trains.
      const cells = document.querySelectorAll<HTMLElement>("[role=gridcell]");
      const map = Array.from(cells, ({ style }) => style.getPropertyValue("--weight")).join(" ");
      const drawn = (maps[note] ??= []);
      if (!drawn.includes(map)) drawn.push(map);
    };
    const observer = new MutationObserver(look);
    observer.observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

const number = async (reading: Locator): Promise<number> =>
  Number((await reading.innerText()).replace(/[^\d.]/g, ""));

test("the default set-up learns to reverse within 1,000 steps; at least six different maps show how, each with its update", async ({
  lab,
  page,
}) => {
  await lab.open("?target=0.97");
  await expect(lab.backend).toContainText("WebAssembly");
  await expect(page.getByRole("combobox", { name: "Speed of training" })).toHaveValue("1");
  await watchMaps(page);
  await lab.train.click();
  await expect(lab.training).toContainText("Done: ");
  const maps = await page.evaluate(() => (globalThis as Watched).maps);
  // One map for each update that a note names. Update 0 has two: its own rows, then those of the expected answer.
  const drawn = Object.values(maps).map((ofUpdate) => ofUpdate.at(-1));
  expect(new Set(drawn).size).toBeGreaterThanOrEqual(6);
  await expect(page.getByText(/^Map of update/)).toBeHidden(); // the present model needs no such note

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

test("the best weights are offered when training ends lower, and undo returns to the last ones", async ({
  lab,
  page,
}) => {
  await lab.open("?target=1&steps=200");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.train.click();
  await expect(lab.training).toContainText("Limit: update 200");
  const offer = page.getByRole("button", { name: /^Take the best: / });
  const share = async (): Promise<number> => Number.parseFloat(await lab.exactMatch.innerText());
  const good = await share();
  expect(good).toBeGreaterThan(20); // else nothing can end lower

  // A learning rate that is far too large spoils the weights.
  await lab.openTab("Training");
  await lab.setup.getByText("Updates", { exact: true }).click();
  for (const [name, value] of [
    ["Learning rate", "0.05"],
    ["Gradient clip", "10"],
  ] as const) {
    await lab.setup.getByLabel(name, { exact: true }).fill(value);
    await lab.setup.getByLabel(name, { exact: true }).press("Enter");
  }
  await lab.train.click();
  await expect.poll(share).toBeLessThan(good / 2);
  await lab.pause.click();
  await expect(lab.training).toContainText("Paused"); // the last update is on the page
  await expect(offer).toBeVisible();
  const last = await lab.update.innerText();
  const [, match = "", update = ""] =
    /: (.+), update ([\d,]+)$/.exec(await offer.innerText()) ?? [];
  expect(Number.parseFloat(match)).toBeGreaterThanOrEqual(good);
  const [box, pace] = await Promise.all([
    offer.boundingBox(),
    page.getByRole("combobox", { name: "Speed of training" }).boundingBox(),
  ]);
  expect(box && pace && box.x + box.width <= pace.x, "nothing covers the offer").toBe(true);
  await offer.click();
  await expect(lab.update).toHaveText(update);
  await expect(lab.exactMatch).toHaveText(match);
  await expect(lab.training).toContainText(`Best: update ${update}`);
  await expect(offer).toBeHidden();
  await expect(lab.train).toBeFocused();
  await lab.undo.click();
  await expect(lab.update).toHaveText(last);
});
