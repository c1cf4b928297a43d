/**
 * Every text doubled, lengthened, shortened and replaced by markup, on a wide and on a narrow page: nothing overlaps,
 * nothing is cut off without a way to read it, and no markup is executed. `npm test` looks at three panels, with most of the
 * page in them; by hand, at every panel.
 */
import type { Page } from "@playwright/test";
import { expect, test } from "../fixtures";
import { bundle } from "../harness/bundle";
import type { layout } from "../harness/layout";
import { type Panel, PANELS } from "./panels";
import { type Change, CHANGES, changeTexts, hasExecuted } from "./texts";

/** As high as a screen, and high enough to show what a screen scrolls. */
const WIDE = [
  { width: 1440, height: 900 },
  { width: 1440, height: 4000 },
] as const;
const NARROW = [
  { width: 390, height: 5000 },
  { width: 390, height: 844 },
] as const;

/** What stands in full elsewhere: the answer on a phone, beside the rows of the picture; the sum of the edits, in their list. */
const REPEATED = /OutputLines-text|Player-space/;

async function openPanel(page: Page, { link, open }: Panel): Promise<void> {
  await page.setViewportSize(WIDE[0]);
  await page.goto(`./?lang=en&${link}`);
  await page.locator("[data-place=figure], section").first().waitFor();
  await page.waitForLoadState("networkidle");
  await open?.(page);
}

/** The faults of the page as it is, once it has been laid out. */
async function faultsNow(page: Page, finder: string): Promise<string[]> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return page.evaluate<ReturnType<typeof layout.faults>>(`${finder}; harness.layout.faults()`);
}

/** The faults at every size, and on the narrow page with every panel of its bar. */
async function faultsOf(page: Page): Promise<string[]> {
  const finder = await bundle("layout");
  const found: string[] = [];
  for (const size of [...WIDE, ...NARROW]) {
    await page.setViewportSize(size);
    for (const fault of await faultsNow(page, finder)) found.push(`${size.width}: ${fault}`);
  }
  if (!(await page.locator("[role=dialog]").isVisible()))
    for (const button of await page.locator("nav > button[aria-pressed]").all()) {
      if ((await button.getAttribute("aria-pressed")) === "true") continue;
      await button.evaluate((each: HTMLElement) => each.click());
      for (const fault of await faultsNow(page, finder)) found.push(`390: ${fault}`);
    }
  return [...new Set(found)].filter((fault) => !REPEATED.test(fault));
}

async function expectFaultless(page: Page, panel: Panel, change: Change | null): Promise<void> {
  if (change) await changeTexts(page, change);
  await openPanel(page, panel);
  // The part with the hints may load after the panel, so a fault must stay. Markup is longer than any translation of a
  // button, so that only its execution counts.
  if (change === "markup") await faultsOf(page);
  else await expect.poll(() => faultsOf(page)).toEqual([]);
  expect(await hasExecuted(page)).toBe(false);
}

const CORE: readonly (readonly [Change, string])[] = [
  ["doubled", "lab, tab training, all open"],
  ["lengthened", "compare withWithout"],
  ["markup", "lesson readTheMap, step 1"],
];

for (const [change, name] of CORE)
  test(`texts ${change}: ${name}`, async ({ lab }) => {
    const panel = PANELS.find((each) => each.name === name);
    if (!panel) throw new Error(`strings: there is no panel ${name}`);
    await expectFaultless(lab.page, panel, change);
  });

for (const change of [null, ...CHANGES])
  test.describe(`@byHand texts ${change ?? "as they are"}`, () => {
    for (const panel of PANELS)
      test(panel.name, ({ lab }) => expectFaultless(lab.page, panel, change));
  });
