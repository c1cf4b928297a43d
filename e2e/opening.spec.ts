/** A first visit: the opening film and how it ends. A presenter's remote works on a page without any focus. */
import type { Page } from "@playwright/test";
import { readRows } from "./attentionMap";
import { expect, test } from "./fixtures";

const filmed = (page: Page) => page.getByText(/^update [\d,]+$/);
const skip = (page: Page) => page.getByRole("button", { name: "Skip the opening" });

/** What the film has shown: the update in words, and the map at that moment. */
interface Picture {
  readonly update: string;
  readonly map: string;
}

type Watched = typeof globalThis & { pictures: Picture[] };

/** Keeps every picture of the film, however fast it passes. Runs in the page. */
function watchFilm(): void {
  const pictures: Picture[] = [];
  (globalThis as Watched).pictures = pictures;
  const look = (): void => {
    const texts = Array.from(document.querySelectorAll("span"), (span) => span.textContent);
    const update = texts.find((text) => /^update [\d,]+$/.test(text));
    if (update === undefined || update === pictures.at(-1)?.update) return;
    const cells = document.querySelectorAll("[role=gridcell]");
    const names = Array.from(cells, (cell) => cell.getAttribute("aria-label"));
    pictures.push({ update, map: names.join("\n") });
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

const picturesOf = (page: Page) => page.evaluate(() => (globalThis as Watched).pictures);

/** Opens a first visit on a clock that stands still, and lets it run until the film shows its first picture. */
async function openAtFirstPicture(page: Page): Promise<void> {
  const now = Date.now();
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now + 1000);
  await page.goto("./");
  await expect(async () => {
    await page.clock.runFor(20);
    await expect(filmed(page)).toBeVisible({ timeout: 200 });
  }).toPass();
}

test.describe("a first visit of a browser that saves no data", () => {
  test.use({ measuresBackends: true });

  test("plays the map as it forms, update by update, and ends on the trained map", async ({
    lab,
    page,
  }) => {
    await page.addInitScript(watchFilm);
    await page.goto("./");
    await expect(page.getByRole("button", { name: "Play the opening again" })).toBeVisible();
    await expect.poll(async () => (await picturesOf(page)).length).toBeGreaterThan(1);
    await expect(skip(page)).toBeHidden();
    const pictures = await picturesOf(page);
    const updates = pictures.map(({ update }) => Number(update.replace(/\D/g, "")));
    expect(updates).toEqual(updates.toSorted((a, b) => a - b));
    expect(new Set(pictures.map(({ map }) => map)).size).toBe(pictures.length);
    const trained = await readRows(lab.grid);
    expect(trained.flat().length).toBeGreaterThan(10);

    await page.reload();
    await expect(lab.backend).toContainText("WebAssembly");
    expect(await readRows(lab.grid)).toEqual(trained);
    expect(await picturesOf(page)).toEqual([]); // a second visit has no film of its own accord
    await page.getByRole("button", { name: "Play the opening again" }).click();
    await expect.poll(async () => (await picturesOf(page)).length).toBe(pictures.length);
  });

  for (const [way, end] of [
    ["the button", (page: Page) => skip(page).click()],
    ["Escape", (page: Page) => page.keyboard.press("Escape")],
  ] as const)
    test(`is skipped by ${way}`, async ({ lab, page }) => {
      await openAtFirstPicture(page);
      const early = await readRows(lab.grid);
      await end(page);
      await expect(skip(page)).toBeHidden();
      await expect(filmed(page)).toBeHidden();
      const trained = await readRows(lab.grid);
      expect(trained).not.toEqual(early);
      await page.clock.runFor(20_000); // longer than the film
      await expect(filmed(page)).toBeHidden();
      expect(await readRows(lab.grid)).toEqual(trained);
    });

  test("shows no film to a visitor who wants less motion", async ({ lab, page }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.addInitScript(watchFilm);
    const films: string[] = [];
    page.on("request", (request) => {
      if (request.url().includes(".film.")) films.push(request.url());
    });
    await page.goto("./");
    await expect(page.getByRole("region", { name: "Lesson", exact: true })).toBeVisible();
    await expect(lab.backend).toContainText("WebAssembly");
    await page.waitForLoadState("networkidle");
    await expect(page.getByRole("button", { name: "Play the opening again" })).toBeHidden();
    expect(await picturesOf(page)).toEqual([]);
    expect(films).toEqual([]);
  });
});

for (const [address, start] of [
  ["./", "the first row"],
  ["./?mode=lab", "the last row"],
] as const)
  test(`a presenter's remote steps from ${start} of ${address}, which nobody has touched`, async ({
    lab,
    page,
  }) => {
    await page.goto(address);
    await expect(lab.backend).toContainText("WebAssembly");
    const selected = lab.grid.getByRole("gridcell", { selected: true });
    const rows = (await readRows(lab.grid)).length;
    const isFirst = start === "the first row";
    const [from, to] = isFirst ? [1, 2] : [rows, rows - 1];
    const [there, back] = isFirst ? ["PageDown", "PageUp"] : ["PageUp", "PageDown"];
    await expect(selected).toHaveAccessibleName(new RegExp(`^step ${from},`));
    await page.keyboard.press(there);
    await expect(selected).toHaveAccessibleName(new RegExp(`^step ${to},`));
    await page.keyboard.press(back);
    await expect(selected).toHaveAccessibleName(new RegExp(`^step ${from},`));
    await expect(page.locator("body")).toBeFocused(); // the keys need no focus, and take none
  });
