/** What leaves the page: a figure that looks like the page, a picture, a table, a link, and the stage in another page. */
import { readFileSync } from "node:fs";
import type { Browser, Download, Page } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { expect, expectAccessible, test } from "./fixtures";

interface Spot {
  readonly x: number;
  readonly y: number;
}

type Color = readonly number[];

const dialogOf = (page: Page) => page.getByRole("dialog", { name: "Take away" });

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), "utf8");
}

/** Presses a button of the dialog and takes the file that it saves. */
async function save(page: Page, button: string): Promise<Download> {
  const saved = page.waitForEvent("download");
  await dialogOf(page).getByRole("button", { name: button, exact: true }).click();
  return saved;
}

/** The colours of a screenshot at these places, read by a page of its own. */
async function colorsAt(browser: Browser, png: Buffer, spots: readonly Spot[]): Promise<Color[]> {
  const page = await browser.newPage();
  const address = `data:image/png;base64,${png.toString("base64")}`;
  const colors = await page.evaluate(
    async ([source, places]) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0);
      return places.map(({ x, y }) => [
        ...(context?.getImageData(Math.floor(x), Math.floor(y), 1, 1).data ?? []),
      ]);
    },
    [address, spots] as const,
  );
  await page.close();
  return colors;
}

/** The greatest difference of a channel. */
function apart(a: Color, b: Color): number {
  return Math.max(...a.map((channel, i) => Math.abs(channel - (b[i] ?? 0))));
}

const MARGIN = 12; // pixels around an exported figure

for (const theme of ["light", "dark"] as const)
  test(`the saved network looks like the page's, alone in a browser (${theme})`, async ({
    lab,
    browser,
  }) => {
    await lab.open(`?theme=${theme}`);
    await expect(lab.backend).toContainText("WebAssembly");
    await lab.cells.first().click(); // another selection than at first
    await lab.page.mouse.move(0, 0);
    await lab.source.focus();
    const stage = lab.place("figure");
    const corner = await lab.cells.first().evaluate((cell) => {
      let box: Element | null = cell;
      while (box && !/Corner-corner/.test(box.className)) box = box.parentElement;
      const { x, y, width, height } = (box ?? cell).getBoundingClientRect();
      return { x, y, width, height };
    });
    const cells = await lab.cells.evaluateAll((all) =>
      all.map((cell) => {
        const { x, y, width, height } = cell.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
    const tiles = await stage.locator("button[data-owner] > span").evaluateAll((all) =>
      all.map((tile) => {
        const { x, y, width, height } = tile.getBoundingClientRect();
        return { x, y, width, height };
      }),
    );
    // Off the middle of a cell, where a number or a dot may stand, and in the middle of a unit's square.
    const spots = [
      ...cells.map(({ x, y, width, height }) => ({ x: x + 0.8 * width, y: y + 0.25 * height })),
      ...tiles.map(({ x, y, width, height }) => ({ x: x + 0.5625 * width, y: y + 0.5625 * height })), // prettier-ignore
    ];
    const onPage = await lab.page.screenshot();

    await lab.takeAway.click();
    await dialogOf(lab.page).getByRole("radio", { name: theme === "light" ? "Light" : "Dark" }).check({ force: true }); // prettier-ignore
    const svg = await contentOf(await save(lab.page, "Figure as SVG"));
    expect(svg.match(/https?:\/\/[^"]*/g)).toEqual(["http://www.w3.org/2000/svg"]);

    const alone = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await alone.goto(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    const size = await alone.evaluate(() => document.documentElement.getBoundingClientRect());
    expect(size.width).toBeGreaterThanOrEqual(corner.width);
    const drawn = await alone.screenshot();
    await alone.close();
    const moved = spots.map(({ x, y }) => ({
      x: x - corner.x + MARGIN,
      y: y - corner.y + MARGIN,
    }));
    const [expected, found] = await Promise.all([
      colorsAt(browser, onPage, spots),
      colorsAt(browser, drawn, moved),
    ]);
    const differences = expected.map((color, i) => apart(color, found[i] ?? []));
    expect(cells.length).toBeGreaterThan(20);
    expect(new Set(expected.map(String)).size).toBeGreaterThan(20);
    expect(differences.filter((difference) => difference > 6)).toEqual([]);
  });

test("a picture has twice the size of the figure and can be copied, and weights leave as a table", async ({
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lab.open();
  await expect(lab.backend).toContainText("WebAssembly");
  const count = await lab.cells.count(); // the dialog covers them
  await lab.takeAway.click();
  const svg = await contentOf(await save(lab.page, "Figure as SVG"));
  const png = readFileSync(await (await save(lab.page, "Figure as PNG")).path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBe(2 * Number(/ width="(\d+)"/.exec(svg)?.[1]));
  await dialogOf(lab.page).getByRole("button", { name: "Copy image" }).click();
  await expect(lab.page.getByText("The image is in the clipboard.")).toBeVisible();
  const types = await lab.page.evaluate(async () => (await navigator.clipboard.read())[0]?.types);
  expect(types).toContain("image/png");

  await dialogOf(lab.page).getByRole("radio", { name: "Attention weights" }).check({ force: true });
  const csv = await contentOf(await save(lab.page, "Weights as CSV"));
  const [head, ...rows] = parse(csv, { bom: true });
  expect(rows).toHaveLength(count / ((head?.length ?? 0) - 2));
  for (const row of rows)
    expect(row.slice(2).reduce((sum, each) => sum + Number(each), 0)).toBeCloseTo(1, 5);
});

for (const { language, width, label } of [
  { language: "en", width: 1440, label: "Take away" },
  { language: "ko", width: 390, label: "내보내기" },
])
  test(`the dialog has no accessibility violation and works by keyboard (${language}, ${width} px)`, async ({
    lab,
  }) => {
    await lab.page.setViewportSize({ width, height: 844 });
    await lab.open(`?lang=${language}`);
    const button = lab.page.getByRole("button", { name: label });
    await button.focus();
    await lab.page.keyboard.press("Enter");
    const dialog = lab.page.getByRole("dialog", { name: label });
    await expect(dialog.getByRole("img")).toBeVisible();
    await expectAccessible(lab.page, "popup");
    const chosen = dialog.getByRole("radio", { checked: true }).first();
    await chosen.focus();
    await lab.page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("radio", { checked: true }).first()).not.toHaveAccessibleName(/^(Network|신경망)$/); // prettier-ignore
    await lab.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(button).toBeFocused();
  });

test("the stage stands alone in the frame of another page", async ({ lab, page }) => {
  await lab.open("?task=dates&theme=dark");
  await expect(lab.backend).toContainText("WebAssembly");
  await lab.takeAway.click();
  const dialog = dialogOf(page);
  await dialog.getByRole("radio", { name: "Embed in a page" }).check({ force: true });
  const html = dialog.getByRole("textbox", { name: "HTML" });
  await expect(html).toHaveValue(/embed=1/);
  const code = await html.inputValue();
  const course = `<!doctype html><title>Course</title>${code}`;
  await page.route("**/course.html", (route) => route.fulfill({ contentType: "text/html", body: course })); // prettier-ignore
  await page.goto("./course.html");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("grid", { name: "Attention weights" })).toBeVisible();
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await frame.getByRole("button", { name: "First token" }).click();
  for (const name of ["Training", "Set-up", "Inspector"])
    await expect(frame.getByRole("region", { name })).toHaveCount(0);
  const whole = frame.getByRole("link", { name: "Open in Seq2Seq Lab" });
  await whole.hover();
  await expect(whole).not.toHaveAttribute("href", /embed=|theme=/);
  await expect(whole).toHaveAttribute("href", /task=dates/);
});
