/** Edits of the decode: by keyboard alone in Korean, by the mouse and by a finger, in links, and for assistive technology. */
import type { Page } from "@playwright/test";
import { readRows } from "./attentionMap";
import { expect, expectAccessible, type Lab, test } from "./fixtures";

const KO = {
  skip: "신경망 그림으로 건너뛰기",
  menu: "다른 토큰 출력하기",
  undo: "편집 되돌리기",
  takeAway: "내보내기",
  copyLink: "링크 복사",
  equation: "수식",
  numbers: "수치",
  terms: "합의 항, 절댓값이 큰 순서",
} as const;

/** The accessible name of the focused element, or its text. */
const focusedName = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute("aria-label") ?? element?.textContent.trim() ?? "";
  });

const MOST_PRESSES = 80;

/** Presses a key until the focused element has this name. */
async function pressUntil(page: Page, key: string, name: string | RegExp): Promise<void> {
  const isThere = (found: string): boolean =>
    typeof name === "string" ? found === name : name.test(found);
  for (let i = 0; i < MOST_PRESSES; i++) {
    if (isThere(await focusedName(page))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`the key ${key} never reaches ${String(name)}`);
}

/** The names of all cells, which have every weight and every mark of the map. */
const cellNames = (page: Page): Promise<(string | null)[]> =>
  page
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label")));

/** The terms of the number that is written out, in Korean, row by row. */
async function termsIn(page: Page): Promise<string[]> {
  const terms = page.getByRole("table", { name: KO.terms });
  await expect(terms).toBeVisible();
  return terms.getByRole("row").allTextContents();
}

/** From the row of a step to the arithmetic of its first score, in the inspector, and back to the row. */
async function openFirstScore(page: Page, row: RegExp): Promise<void> {
  const { keyboard } = page;
  await pressUntil(page, "Tab", KO.equation);
  await pressUntil(page, "ArrowRight", KO.numbers);
  await pressUntil(page, "Tab", /e₃,₁의 계산 과정$/);
  await keyboard.press("Enter");
  await expect(page.getByRole("region", { name: /^원문 토큰 ‘r’.*의 점수$/ })).toBeVisible();
  await expect(page.getByRole("slider", { name: "원문 토큰", exact: true })).toBeFocused();
  await pressUntil(page, "Shift+Tab", row);
}

test("by keyboard alone, in Korean: a score's arithmetic, another token, undo, a weight, what was, and the link", async ({
  lab,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { page } = lab;
  const { keyboard } = page;
  await page.goto("./?mode=lab&task=reverse&lang=ko");
  const region = page.getByRole("region", { name: "편집" });
  const heard = region.getByRole("status");
  await expect(region).toBeVisible();
  await expect(page.getByRole("button", { name: /^시점 .* 편집$/ })).toHaveCount(2); // over the stage and on the cell

  // To step 3, and into its row.
  await pressUntil(page, "Tab", KO.skip);
  await keyboard.press("Enter");
  await keyboard.press("Home");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await pressUntil(page, "Tab", /^시점 3, .*가중치/);
  await openFirstScore(page, /^시점 3, .*가중치/);
  const terms = await termsIn(page);
  expect(terms.length).toBeGreaterThan(3);
  const untouched = await cellNames(page);

  // The second-best token.
  await keyboard.press("ContextMenu");
  await expect(page.getByRole("menu")).toBeVisible();
  await pressUntil(page, "ArrowDown", KO.menu);
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await pressUntil(page, "Tab", /^., .*%$/);
  const said = (await focusedName(page)).split(",")[0];
  await keyboard.press("Enter");
  await expect(heard).toContainText(`시점 3: 출력 ${said}`);
  await expect(page.getByRole("rowheader").nth(2)).toHaveText(new RegExp(`^${said}, .*직접 정함`));
  await expect(page.getByRole("gridcell", { name: /^시점 3, / }).first()).toHaveAccessibleName(
    new RegExp(`출력 ${said}`),
  );

  // Undo.
  await pressUntil(page, "Shift+Tab", KO.undo);
  await keyboard.press("Enter");
  await expect(heard).toHaveText("편집을 모두 지웠습니다.");
  await expect.poll(() => cellNames(page)).toEqual(untouched);
  expect(await termsIn(page)).toEqual(terms);

  // One weight.
  await pressUntil(page, "Tab", /^시점 3, .*가중치/);
  await keyboard.press("F2");
  const box = page.getByRole("spinbutton", { name: "가중치 (0~1)" });
  await expect(box).toBeFocused();
  const before = Number(await box.inputValue());
  for (let i = 0; i < 3; i++) await keyboard.press("ArrowUp");
  await expect.poll(async () => Number(await box.inputValue())).toBeCloseTo(before + 0.15, 2);
  await expect(heard).toContainText("시점 3");
  await keyboard.press("Escape");
  await expect.poll(() => focusedName(page)).toMatch(/^시점 3, .*직접 정함, 원래/);
  const edited = await cellNames(page);
  expect(edited).not.toEqual(untouched);

  // What was, while a key is held.
  await keyboard.down("u");
  await expect.poll(() => cellNames(page)).toEqual(untouched);
  await keyboard.up("u");
  await expect.poll(() => cellNames(page)).toEqual(edited);

  // The same picture from the link.
  await pressUntil(page, "Shift+Tab", KO.takeAway);
  await keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: KO.takeAway })).toBeVisible();
  await pressUntil(page, "Tab", KO.copyLink);
  await keyboard.press("Enter");
  const read = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  await expect.poll(read).toContain("look=3.");
  const link = await read();
  const second = await context.newPage();
  await second.goto(link);
  await expect.poll(() => cellNames(second)).toEqual(edited);
  expect(await termsIn(second)).toEqual(terms); // scores stay as computed
  await second.close();
});

const ALL = {
  say: "2.x",
  put: "4.y",
  look: "3.0.5-0.5-0-0-0-0-0-0",
  nocontext: "5",
  nostate: "6",
  atemp: "2",
  pads: "2",
} as const;

/** The link of a decode with one edit of each kind. */
function linkOf(edits: Readonly<Record<string, string>>, rest = ""): string {
  return `?task=reverse&source=rainbow&${new URLSearchParams(edits).toString()}${rest}`;
}

test("a link with edits opens with all of them, each is taken back, and the address follows", async ({
  lab,
}) => {
  await lab.open(linkOf({ ...ALL, hide: "8", states: "sunrise" }));
  const region = lab.page.getByRole("region", { name: "Edits" });
  await region.getByRole("button", { name: "Edits: 9" }).click();
  const list = region.getByRole("list", { name: "Edits of this decode" });
  await expect(list.getByRole("listitem")).toHaveCount(9);
  await expect(lab.page.getByRole("columnheader", { name: /pad/ })).toHaveCount(2);
  await list.getByRole("button", { name: "Remove “Step 2 says x" }).click();
  await expect(list.getByRole("listitem")).toHaveCount(8);
  await expect.poll(() => new URL(lab.page.url()).searchParams.has("say")).toBe(false);
  await lab.page.keyboard.press("Escape");
  await region.getByRole("button", { name: "Clear edits" }).click();
  await expect(list).toHaveCount(0);
  const ofEdits = (): string[] =>
    [...Object.keys(ALL), "hide", "states"].filter((key) =>
      new URL(lab.page.url()).searchParams.has(key),
    );
  await expect.poll(ofEdits).toEqual([]);
  await region.getByRole("button", { name: "Undo edit" }).click();
  await expect.poll(ofEdits).toHaveLength(8);
});

const nothing = (): void => undefined;

test("what the student does before the edits of a link have loaded is in the next link", async ({
  lab,
}) => {
  let release = nothing;
  const released = new Promise<void>((resolve) => (release = resolve));
  await lab.page.route(/openLinkedEdits/, async (route) => {
    await released;
    await route.continue();
  });
  await lab.open("?task=reverse&say=2.x");
  await lab.cells.first().click();
  release();
  await expect(lab.page.getByRole("region", { name: "Edits" }).locator("li")).toHaveCount(1);
  await expect(lab.page).toHaveURL(/step=1&column=1/);
});

test("a link with edits that cannot apply opens without them and says why", async ({ lab }) => {
  await lab.open(linkOf({ say: "2.ß", look: "1.0-0-0-1-0-0-0-0" }));
  await expect(lab.page.getByRole("alert").filter({ hasText: "has no token “ß”" })).toBeVisible();
  const region = lab.page.getByRole("region", { name: "Edits" });
  await expect(region.locator("li")).toHaveCount(1); // folded or not
});

/** Where the middle of a cell is. */
async function middleOf(lab: Lab, step: number, column: number) {
  const cell = lab.grid.getByRole("row").nth(step).getByRole("gridcell").nth(column);
  const box = await cell.boundingBox();
  if (!box) throw new Error("the cell has no place");
  return { cell, x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("the mouse drags a weight, and one undo goes back to before the drag", async ({ lab }) => {
  await lab.open("?task=reverse&source=rainbow");
  const region = lab.page.getByRole("region", { name: "Edits" });
  await expect(lab.stage.getByRole("button", { name: /^Edit step/ })).toBeVisible();
  const before = await readRows(lab.grid);
  const { cell, x, y } = await middleOf(lab, 3, 0);
  const { mouse } = lab.page;
  await mouse.move(x, y);
  await mouse.down();
  for (let up = 10; up <= 70; up += 10) await mouse.move(x, y - up);
  await mouse.up();
  await expect(cell).toHaveAccessibleName(/weight 0\.5\d, set by hand, was 0\.00/);
  const row = (await readRows(lab.grid))[2] ?? [];
  expect(row.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 1);
  await region.getByRole("button", { name: "Undo edit" }).click();
  await expect.poll(() => readRows(lab.grid)).toEqual(before);
  await expect(region.getByRole("button", { name: "Undo edit" })).toHaveCount(0);
});

test("tokens that a hand puts in change what follows, and the untouched decode stays in sight", async ({
  lab,
}) => {
  await lab.open("?task=reverse&source=rainbow");
  await expect(lab.output).toContainText("wobniar");
  await expect(lab.stage.getByRole("button", { name: /^Edit step/ })).toBeVisible();
  await lab.grid.getByRole("rowheader").nth(1).click({ button: "right" });
  await lab.page.getByRole("menuitem", { name: "Say another token" }).click();
  const box = lab.page.getByRole("textbox", { name: "Another token" });
  await box.fill("z");
  await box.press("Enter");
  await expect(lab.stage.locator("s", { hasText: /^o$/ })).toBeVisible();
  const region = lab.page.getByRole("region", { name: "Edits" });
  const look = region.getByRole("button", { name: "Show untouched" });
  await look.click();
  await expect(lab.output).toContainText("wobniar");
  await look.click();
  await expect(lab.output).not.toContainText("wobniar");
});

test("menus and panels pass the checks of axe in both themes", async ({ lab }) => {
  const { page } = lab;
  await lab.open(linkOf(ALL, "&step=3"));
  const region = page.getByRole("region", { name: "Edits" });
  const expectBoth = async (within: "popup" | null): Promise<void> => {
    for (const theme of ["dark", "light"]) {
      // The page's own switch would close what lies over it.
      await page.locator("html").evaluate((html, name) => (html.dataset["theme"] = name), theme);
      await expectAccessible(page, within);
    }
  };
  const open = async (entry: string | null): Promise<void> => {
    await region.getByRole("button", { name: /^Edit step/ }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    if (entry) await page.getByRole("menuitem", { name: entry }).click();
    if (entry) await expect(page.getByRole("dialog")).toBeVisible();
    await expectBoth("popup");
    await page.keyboard.press("Escape");
  };
  await region.getByRole("button", { name: "Edits: 7" }).click();
  await expectBoth(null);
  await page.keyboard.press("Escape");
  await open(null);
  for (const entry of ["Set weight", "Say another token", "Temperature, padding, states"])
    await open(entry);
});

test("an open menu stays in a window that becomes narrower than the place of its cell", async ({
  lab,
}) => {
  const { page } = lab;
  await page.setViewportSize({ width: 1200, height: 900 });
  await lab.open("?task=dates");
  await expect(page.getByRole("button", { name: /^Edit step/ }).first()).toBeVisible();
  await lab.grid.getByRole("row").nth(3).getByRole("gridcell").last().click({ button: "right" });
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  await page.setViewportSize({ width: 320, height: 640 });
  const rightOf = (): Promise<number> =>
    menu.evaluate((element) => element.getBoundingClientRect().right);
  await expect.poll(rightOf).toBeLessThanOrEqual(320);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(320);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("a finger reaches every edit, and targets are large", async ({ lab }) => {
    const { page } = lab;
    await lab.open(linkOf({ hide: "2" }, "&step=3"));
    const region = page.getByRole("region", { name: "Edits" });
    await expect(region.getByRole("button", { name: "Edits: 1" })).toBeVisible();
    await region.getByRole("button", { name: /^Edit step/ }).tap();
    const entries = page.getByRole("menuitem");
    await expect(entries.first()).toBeVisible();
    const heights = await entries.evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
    await entries.filter({ hasText: "Attend everywhere alike" }).tap();
    await expect(region.getByRole("button", { name: "Edits: 2" })).toBeVisible();
    const sizes = await region
      .getByRole("button")
      .evaluateAll((all) => all.map((one) => Math.min(one.clientWidth, one.clientHeight) + 2));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
