/** The page is one screen: nothing scrolls but the inside of a panel, and the picture has the largest part. */
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";

const SCREENS = [
  { width: 1280, height: 720 },
  { width: 1440, height: 900 },
  { width: 1920, height: 1080 },
] as const;

const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
] as const;

/** A source of 12 tokens with its right answer of 12 tokens. */
const TWELVE = "?mode=lab&longest=11&source=abcdefghijk&feed=truth";

interface Measured {
  readonly overflow: { readonly x: number; readonly y: number };
  /** Of the page's height. */
  readonly firstRow: number;
  /** Of the page's surface. */
  readonly stage: number;
}

async function measure(page: Page): Promise<Measured> {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const stage = document.querySelector("#stage")?.getBoundingClientRect() ?? new DOMRect();
    const cell = document.querySelector("[role=gridcell]")?.getBoundingClientRect();
    return {
      overflow: { x: scrollWidth - innerWidth, y: scrollHeight - innerHeight },
      firstRow: (cell?.top ?? Infinity) / innerHeight,
      stage: (stage.width * stage.height) / (innerWidth * innerHeight),
    };
  });
}

// Colours move nothing, so each language meets one theme.
const LOOKS = [
  { lang: "en", theme: "light" },
  { lang: "ko", theme: "dark" },
] as const;

for (const mode of ["learn", "lab", "compare"])
  test(`the ${mode} mode does not scroll and begins its map high on the page, on each screen`, async ({
    lab,
    page,
  }) => {
    for (const { lang, theme } of LOOKS) {
      await lab.open(`?mode=${mode}&lang=${lang}&theme=${theme}`);
      await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
      await expect(page.getByRole("gridcell").first()).toBeVisible();
      await expect(page.getByRole("slider").last()).toBeVisible(); // the timeline
      await expect(page.locator("#stage")).toBeVisible(); // lane B replaces the stage that opened
      for (const viewport of SCREENS) {
        await page.setViewportSize(viewport);
        const least = viewport.width === 1440 ? 0.4 : 0;
        await expect(async () => {
          const { overflow, firstRow, stage } = await measure(page);
          expect(overflow).toEqual({ x: 0, y: 0 });
          expect(firstRow).toBeLessThan(0.45);
          expect(stage).toBeGreaterThanOrEqual(least);
        }).toPass(); // figures follow a new width a frame later
      }
      if (lang === "en") await expectAccessible(page);
    }
  });

test.describe("at 1440 x 900", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("a map of 12 by 12 shows all its rows", async ({ lab, page }) => {
    await lab.open(TWELVE);
    await expect(lab.cells).toHaveCount(144);
    await expect(lab.cells.first()).toBeInViewport({ ratio: 1 });
    await expect(lab.cells.last()).toBeInViewport({ ratio: 1 });
    expect((await measure(page)).overflow).toEqual({ x: 0, y: 0 });
  });

  test("every tab of the rail and of the centre is accessible", async ({ lab, page }) => {
    await lab.open("?mode=lab&decoding=beam");
    await expectAccessible(page);
    for (const tab of ["Data", "Training", "Model"] as const) {
      await lab.openTab(tab);
      await expectAccessible(page, "rail");
    }
    for (const tab of ["Results", "Beam", "Network"]) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await expectAccessible(page);
    }
  });

  test("the modes are tabs for the keyboard, the link keeps the mode, and a chip opens the tab that changes it", async ({
    lab,
    page,
  }) => {
    await lab.open("?mode=lab&task=reverse");
    await expect(lab.grid).toBeVisible();
    await page.getByRole("tab", { name: "Lab" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.getByRole("tab", { name: "Compare" })).toBeFocused();
    await expect(page.getByRole("heading", { name: "Two models side by side" })).toBeVisible();
    await expect(page).toHaveURL(/mode=compare/);
    await page.keyboard.press("Home");
    await expect(page.getByRole("region", { name: "Lesson", exact: true })).toBeVisible();

    await page.getByRole("banner").getByRole("button", { name: "Reverse the letters" }).click();
    await expect(lab.task).toBeVisible();
    await page
      .getByRole("banner")
      .getByRole("button", { name: /GRU 64/ })
      .click();
    await expect(lab.attention).toBeVisible();
  });
});

test.describe("at 1024 x 768", () => {
  test.use({ viewport: { width: 1024, height: 768 } });

  test("the inspector is a drawer", async ({ lab, page }) => {
    await lab.open("?mode=lab");
    const inspector = page.getByRole("region", { name: "Inspector", exact: true });
    await expect(lab.grid).toBeVisible();
    await expect(inspector).toBeHidden();
    await page.getByRole("banner").getByRole("button", { name: "Inspect" }).click();
    await expect(inspector).toBeVisible();
    expect((await measure(page)).overflow).toEqual({ x: 0, y: 0 });
  });
});

test.describe("on a phone", () => {
  const [wide, narrow] = PHONES;
  test.use({ viewport: wide, hasTouch: true });

  test("the map stays in sight while the model trains, and nothing is wider than the page", async ({
    lab,
    page,
  }) => {
    await lab.open("?mode=lab");
    await expect(lab.grid).toBeVisible();
    const firstSource = lab.grid.getByRole("columnheader").nth(1);
    await expect(firstSource).toBeInViewport({ ratio: 1 }); // before any choice of a step
    const bar = page.getByRole("navigation");
    await bar.getByRole("button", { name: "Train" }).click();
    await lab.train.click();
    await expect(lab.pause).toBeVisible();
    for (const size of [wide, narrow]) {
      await page.setViewportSize(size);
      await expect(lab.cells.first()).toBeInViewport({ ratio: 1 });
      await expect(firstSource).toBeInViewport({ ratio: 1 });
      await expect
        .poll(async () => (await measure(page)).overflow) // figures follow a new width a frame later
        .toEqual({ x: 0, y: 0 });
    }
    await lab.pause.click();

    // The bar at the foot switches what stands under the stage.
    await bar.getByRole("button", { name: "Inspect" }).click();
    await expect(page.getByRole("region", { name: "Inspector", exact: true })).toBeVisible();
    await bar.getByRole("button", { name: "Learn" }).click();
    await expect(page.getByRole("region", { name: "Lesson", exact: true })).toBeVisible();
    await bar.getByRole("button", { name: "Set-up" }).click();
    await expect(lab.setup).toBeVisible();
    await bar.getByRole("button", { name: "Set-up" }).click();
    await expect(lab.setup).toBeHidden();
    expect((await measure(page)).overflow.x).toBe(0);
    await page.setViewportSize(wide);
    await expect.poll(async () => (await measure(page)).overflow.x).toBe(0);
  });
});

// A zoom of 200 % halves the page in CSS pixels. The screen between these two has the layout of the first.
for (const { width, height } of [SCREENS[0], SCREENS[2]]) {
  const viewport = { width: width / 2, height: height / 2 };
  test.describe(`at ${width} x ${height} and a zoom of 200 %`, () => {
    test.use({ viewport });

    test("every part can be reached", async ({ lab, page }) => {
      await lab.open("?mode=lab");
      await expect(lab.grid).toBeVisible();
      expect((await measure(page)).overflow.x).toBe(0);
      const isColumn = width / 2 < 900;
      const bar = page.getByRole("navigation");
      if (isColumn) await bar.getByRole("button", { name: "Train" }).click();
      await expect(lab.train).toBeInViewport();
      if (isColumn) await bar.getByRole("button", { name: "Set-up" }).click();
      await lab.openTab("Data");
      await lab.task.scrollIntoViewIfNeeded();
      await expect(lab.task).toBeInViewport();
      await lab.next.scrollIntoViewIfNeeded();
      await expect(lab.next).toBeInViewport();
    });
  });
}
