/** Two models side by side: on the same source, trained together, read by keyboard. */
import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, type Lab, test } from "./fixtures";

/** Both lanes end at update 200, at the latest. */
const TO_UPDATE_200 = "mode=lab&task=dates&steps=200&target=1";

const LONG = 300_000; // ms; the machine may be busy

/** The picture of a model with its answer. */
const sideOf = (page: Page, lane: "A" | "B"): Locator =>
  page.getByRole("figure", { name: new RegExp(`^${lane}: `) });

const outputOf = (side: Locator): Locator => side.getByLabel("Output", { exact: true });

const percent = async (reading: Locator): Promise<number> =>
  Number.parseFloat(await reading.innerText());

const selected = (side: Locator): Locator => side.locator("[role=gridcell][aria-selected=true]");

/** Goes from the lab to Compare with the keys of the tabs. */
async function compareByKeyboard({ page, grid }: Lab): Promise<void> {
  await expect(grid).toBeVisible();
  await page.getByRole("tab", { name: "Lab", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(sideOf(page, "A")).toBeVisible();
  await expect(sideOf(page, "B")).toBeVisible();
}

test("Dates with attention and without, trained to update 200 and read by keyboard", async ({
  lab,
  page,
}) => {
  test.setTimeout(2 * LONG);
  await lab.open(`?${TO_UPDATE_200}`);
  await compareByKeyboard(lab);
  const [a, b] = [sideOf(page, "A"), sideOf(page, "B")];
  await expect(a).toHaveAccessibleName("A: Attention Additive");
  await expect(b).toHaveAccessibleName("B: Attention None");

  await page.getByRole("link", { name: "Skip to training" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(lab.train).toBeFocused();
  await expect(lab.train).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Enter");
  await expect(lab.pause).toBeVisible();
  await expect(lab.update).toHaveText("200", { timeout: LONG });
  const reading = (name: string) => lab.training.getByLabel(name, { exact: true });
  await expect(reading("B Update")).toHaveText("200", { timeout: LONG });
  await expect(lab.train).toBeVisible({ timeout: LONG });
  await expect(reading("B Exact match")).toHaveText(/%/);
  const gap = (await percent(lab.exactMatch)) - (await percent(reading("B Exact match")));
  expect(gap).toBeGreaterThan(30);

  await expect(a.getByText("update 200")).toBeVisible();
  await expect(b.getByText("update 200")).toBeVisible();
  await expect(b.getByRole("grid")).toHaveCount(0);
  await page.keyboard.press("Home");
  await expect(outputOf(a)).toHaveText(/^.$/);
  await expect(outputOf(b)).toHaveText(/^.(?: wrong)?$/);
  await page.keyboard.press("End");
  await expect(outputOf(a)).toHaveText(/^\d{4}-/);
  await selected(a).focus();
  await page.keyboard.press("Control+Home");
  for (const side of [a, b])
    await expect(side.locator("[data-step='0'][data-current]").first()).toBeVisible();
});

test("two maps are compared cell by cell, and both models are evaluated by one button", async ({
  lab,
  page,
}) => {
  test.setTimeout(LONG);
  await lab.open("?mode=lab&hidden=16&batch=8&longest=5");
  await compareByKeyboard(lab);
  await page.getByRole("button", { name: "Additive and dot product" }).click();
  await expect(sideOf(page, "B")).toHaveAccessibleName("B: Attention Dot product");
  await sideOf(page, "A").getByRole("gridcell").first().click();
  await expect(selected(sideOf(page, "B"))).toHaveAccessibleName(/^step 1, .*weight/);

  await page.getByRole("radio", { name: "Difference" }).check({ force: true });
  const difference = page.getByRole("grid", { name: "Difference of the attention weights" });
  await expect(difference.getByRole("gridcell").first()).toHaveAccessibleName(
    /^step 1, source .*, difference (0|[+−]\.\d\d|[+−]1\.00), A [\d.]+, B [\d.]+$/,
  );
  await lab.centreTab("Results").click();
  await page.getByRole("button", { name: "Evaluate" }).click();
  await expect(page.getByRole("row", { name: /^Exact match .*%/ }).last()).toBeVisible({
    timeout: LONG,
  });
  await expectAccessible(page, "results");
  await page.getByRole("button", { name: "Stop comparing" }).click();
  await expect(page.getByRole("tab", { name: "Lab", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("one update of both models is walked by keyboard, stage by stage", async ({ lab, page }) => {
  test.setTimeout(LONG);
  await lab.open("?mode=lab&hidden=16&embedding=8&batch=16");
  await compareByKeyboard(lab);
  const slowly = lab.training.getByRole("button", { name: "Slowly" });
  await slowly.focus();
  await page.keyboard.press("Enter");
  const walk = page.getByRole("region", { name: "Update 1, slowly" });
  await expect(walk).toBeFocused();
  await expect(walk.getByText("Both models learn from this batch.")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  for (const [side, name] of [
    ["A", "Loss"],
    ["B", "B Loss"],
  ] as const) {
    const text = await sideOf(page, side)
      .getByText(/Training reports/)
      .innerText();
    const [, reported] = /Training reports ([\d.]+)\./.exec(text) ?? [];
    await expect(lab.training.getByLabel(name, { exact: true })).toHaveText(
      Number(reported).toFixed(3),
    );
  }
  await expectAccessible(page, "walk");
  await page.keyboard.press("Escape");
  await expect(slowly).toBeFocused();
  await expect(sideOf(page, "B").getByText("update 1")).toBeVisible();
});

const SCREENS = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
];

test("both stages and the timeline are in sight, without a scrolling page, in both languages and themes", async ({
  lab,
  page,
}) => {
  test.setTimeout(LONG);
  // Colours move nothing, so each language meets one theme.
  for (const [lang, theme, tab, name] of [
    ["en", "light", "Compare", "B: Attention None"],
    ["ko", "dark", "비교", "B: 어텐션 없음"],
  ] as const) {
    await lab.open(`?mode=lab&task=dates&lang=${lang}&theme=${theme}`);
    await page.getByRole("tab", { name: tab, exact: true }).click();
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await expect(page.getByRole("figure", { name })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole("slider").last()).toBeInViewport(); // the timeline
      await expect(async () => {
        const overflow = await page.evaluate(() => {
          const { scrollWidth, scrollHeight } = document.documentElement;
          return { x: scrollWidth - innerWidth, y: scrollHeight - innerHeight };
        });
        expect(overflow).toEqual({ x: 0, y: 0 });
      }).toPass(); // figures follow a new width a frame later
    }
    await expectAccessible(page);
  }
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("one stage stands over the other, and the bar opens the pairs", async ({ lab, page }) => {
    test.setTimeout(LONG);
    await lab.open("?mode=lab&task=dates");
    await page.getByRole("tab", { name: "Compare", exact: true }).click();
    const [a, b] = [sideOf(page, "A"), sideOf(page, "B")];
    await expect(b).toBeVisible();
    const [upper, lower] = [await a.boundingBox(), await b.boundingBox()];
    expect(lower?.x).toBe(upper?.x);
    expect(lower?.y).toBeGreaterThanOrEqual((upper?.y ?? 0) + (upper?.height ?? 0));
    const pairs = page.getByRole("button", { name: "With and without attention" });
    await expect(pairs).toBeVisible();
    const bar = page.getByRole("navigation").getByRole("button", { name: "Compare" });
    await bar.click();
    await expect(pairs).toBeHidden();
    await expect(bar).toHaveAttribute("aria-pressed", "false");
    const width = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(width).toBe(0);
    await expectAccessible(page);
  });
});
