/** Text spacing of WCAG 2.2 (success criterion 1.4.12): no text is cut off, also on a narrow page. */
import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";

/** Adds a user style sheet, which the page's content security policy does not restrict. */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
      * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
      p { margin-bottom: 2em !important; }`);
    document.adoptedStyleSheets = [sheet];
  });
}

/** The lines of the selected option, and the lines that fit the select. */
function linesOf(select: Locator): Promise<{ readonly needed: number; readonly shown: number }> {
  return select.evaluate((element: HTMLSelectElement) => {
    const style = getComputedStyle(element);
    const px = (name: string): number => Number.parseFloat(style.getPropertyValue(name));
    const copy = document.createElement("div");
    copy.textContent = element.selectedOptions[0]?.label ?? "";
    const { font, letterSpacing, wordSpacing } = style;
    const width = `${element.clientWidth - px("padding-left") - px("padding-right")}px`;
    Object.assign(copy.style, { position: "absolute", font, letterSpacing, wordSpacing, width });
    document.body.append(copy);
    const needed = copy.clientHeight / px("line-height");
    copy.remove();
    const room = element.clientHeight - px("padding-top") - px("padding-bottom");
    return { needed: Math.round(needed), shown: Math.floor(room / px("line-height")) };
  });
}

/** Opens the groups of settings of the shown tab. */
function openGroups(rail: Locator): Promise<void> {
  return rail
    .locator("details:not([data-field] details)")
    .evaluateAll((groups: HTMLDetailsElement[]) => {
      for (const group of groups) group.open = true;
    });
}

test("every option is fully visible in each language", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 320, height: 800 });
  await lab.open("?lang=en&task=hangulLetters");
  const rail = lab.page.locator("#rail");
  await expect(rail.getByRole("tab")).toHaveCount(3);
  await spaceOut(lab.page);
  for (const language of ["en", "ko"]) {
    if (language === "ko") await lab.language.selectOption("ko");
    await expect(lab.page.locator("html")).toHaveAttribute("lang", language);
    const lines = [];
    for (const tab of await rail.getByRole("tab").all()) {
      await tab.click();
      await openGroups(rail);
      const selects = rail.locator("[data-field] select");
      await expect(selects.first()).toBeVisible();
      lines.push(...(await Promise.all((await selects.all()).map(linesOf))));
    }
    expect(lines.length).toBeGreaterThan(3);
    // Korean options are short; an English one needs two lines.
    expect(Math.max(...lines.map(({ needed }) => needed))).toBe(language === "en" ? 2 : 1);
    for (const { needed, shown } of lines) expect(shown).toBeGreaterThanOrEqual(needed);
    const overflow = await lab.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  }
});
