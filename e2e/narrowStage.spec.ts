/* oxlint-disable unicorn/consistent-function-scoping -- functions that run in the page cannot use outer variables */
/** A stage wider than its room: the pinned part half covers no tile and stays under its headings. */
import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures";

interface VisibleStage {
  readonly scrolled: number;
  /** Horizontal distance from the middle of an output to the middle of its heading. */
  readonly offHeading: number;
  /** Decoder tiles under an output. */
  readonly covered: string[];
  /** Tiles with one visible and one hidden side. */
  readonly cut: string[];
  readonly headingCut: number;
}

/** Scrolls near this position and measures the visible stage. */
async function lookFrom(room: Locator, left: number): Promise<VisibleStage> {
  await room.evaluate(async (element, to) => {
    const frame = () => new Promise(requestAnimationFrame);
    element.scrollTo({ left: to, behavior: "instant" });
    let before: number;
    do {
      before = element.scrollLeft;
      await frame();
      await frame();
    } while (element.scrollLeft !== before); // scroll snapping has finished
  }, left);
  return room.evaluate((element) => {
    const all = (selector: string) => [...element.querySelectorAll<HTMLElement>(selector)];
    const box = (part: Element) => part.getBoundingClientRect();
    const middle = (part: Element) => box(part).x + box(part).width / 2;
    const name = (part: Element) => part.getAttribute("aria-label") ?? "";
    const said = all("[role=rowheader]");
    const [heading] = all("[role=columnheader]"); // over the outputs, before the source tokens
    const title = all("span").find((part) => part.textContent === "Encoder reads");
    if (!heading || said.length === 0) throw new Error("the stage lacks a part");
    const isSeenAt = (tile: Element, x: number) =>
      tile.contains(document.elementFromPoint(x, box(tile).y + box(tile).height / 2));
    const tiles = all("button[data-tip]:not([data-column])");
    const isOver = (part: Element, tile: Element) => {
      const [a, b] = [box(part), box(tile)];
      return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
    };
    return {
      scrolled: element.scrollLeft,
      offHeading: Math.max(...said.map((part) => Math.abs(middle(part) - middle(heading)))),
      covered: tiles.filter((tile) => said.some((part) => isOver(part, tile))).map(name),
      cut: tiles
        .filter(
          (tile) => isSeenAt(tile, box(tile).left + 5) !== isSeenAt(tile, box(tile).right - 5),
        )
        .map(name),
      headingCut: title ? Math.max(0, box(element).left - box(title).left) : 0, // a low stage has no title
    };
  });
}

/** Widths in descending order: the next one does not need the panel under the stage closed again. */
const CASES = [
  { search: "?task=hangulSounds&source=충청북도&feed=truth", widths: [390] },
  { search: "?task=dates", widths: [390, 320] },
  { search: "?source=abcdefghijklmnopqrst&feed=truth", widths: [1200] },
];

for (const { search, widths } of CASES)
  test(`at ${widths.join(" and ")} pixels the pinned part half covers no tile: ${search}`, async ({
    lab,
  }) => {
    const [first = 390] = widths;
    await lab.page.setViewportSize({ width: first, height: 900 });
    await lab.open(search);
    await expect(lab.grid).toBeVisible();
    if (first < 900) await lab.panelButton("Set-up").click(); // the stage takes the whole page
    await expect(lab.teacherForcing).toBeChecked({ checked: search.includes("feed=truth") });
    const room = lab.page.getByRole("region", { name: "Unrolled encoder and decoder, scrollable" });
    await lab.first.click();
    for (const width of widths) {
      await lab.page.setViewportSize({ width, height: 900 });
      await room.scrollIntoViewIfNeeded();
      const seen: VisibleStage[] = [];
      for (const left of [0, 9, 24, 40, 4000]) seen.push(await lookFrom(room, left));
      expect(seen.at(-1)?.scrolled).toBeGreaterThan(0);
      for (const { offHeading, covered, cut, headingCut } of seen) {
        expect(offHeading).toBeLessThan(2);
        expect(covered).toEqual([]);
        expect(cut).toEqual([]);
        expect(headingCut).toBe(0);
      }
    }
  });

test("the source tokens stay over the rows of a stage higher than its room", async ({ lab }) => {
  await lab.page.setViewportSize({ width: 390, height: 720 });
  await lab.open("?task=englishKorean");
  await expect(lab.grid).toBeVisible();
  const room = lab.page.getByRole("region", { name: "Unrolled encoder and decoder, scrollable" });
  const { scrolled, seen } = await room.evaluate((element) => {
    element.scrollTo({ top: element.scrollHeight, behavior: "instant" });
    const tokens = [...element.querySelectorAll<HTMLElement>("[role=columnheader] button")];
    const isSeen = (token: HTMLElement): boolean => {
      const { x, y, width, height } = token.getBoundingClientRect();
      return token.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    };
    return { scrolled: element.scrollTop, seen: tokens.map(isSeen) };
  });
  expect(scrolled).toBeGreaterThan(24); // more than the tokens' distance to the upper edge
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).not.toContain(false);
});
