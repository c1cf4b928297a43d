/** The texts that the page shows, line by line. */
import { beyond, type Box, common, innerBox, isLarge, isPage } from "./boxes";
import { clippersOf, drawnBox, hasFullText, isHidden, isTurned, layerOf, nameOf } from "./elements";

export interface ShownText {
  readonly element: Element;
  readonly text: string;
  readonly lines: readonly Box[]; // as far as they are visible
  readonly layer: Element;
}

export type Report = (kind: string, element: Element, text: string) => void;

/** @param report gets each text that is cut off, or that reaches beyond its box */
export function shownTexts(report: Report): ShownText[] {
  const texts: ShownText[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim() ?? "";
    if (!element || text === "" || isHidden(element)) continue;
    if (element.closest(".katex") || isTurned(element)) continue; // glyphs may share their boxes
    const lines = linesOf(node);
    reportBeyond(lines, element, text, report);
    const seen = lines.map((line) => seenPart(line, element, text, report)).filter(isLarge);
    texts.push({ element, text, lines: seen, layer: layerOf(element) });
  }
  return texts;
}

const LOWER = 0.2; // share of its line's height by which a glyph stays below and above

function linesOf(node: Node): Box[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(isLarge).map(({ left, top, right, height }) => ({
    left,
    right,
    top: top + LOWER * height,
    bottom: top + (1 - LOWER) * height,
  }));
}

/** Reports a text that reaches beyond the border or the colour around it. */
function reportBeyond(lines: readonly Box[], element: Element, text: string, report: Report): void {
  const box = drawnBox(element);
  if (!box || isPage(box) || layerOf(element) !== layerOf(box)) return;
  if (hasFullText(element, box)) return;
  const outer = box.getBoundingClientRect();
  const axis = lines.map((line) => beyond(line, outer)).find((each) => each !== null);
  if (axis) report(`beyond its box (${axis}) ${nameOf(box)}`, element, text);
}

/** The visible part of a line; reports a part that is cut off and that no scrolling shows. */
function seenPart(line: Box, element: Element, text: string, report: Report): Box {
  let seen = line;
  for (const clipper of clippersOf(element)) {
    const inner = innerBox(clipper);
    const axis = beyond(seen, inner);
    if (axis === null) continue;
    const { overflowX, overflowY } = getComputedStyle(clipper);
    const isCut = /hidden|clip/.test(axis === "x" ? overflowX : overflowY) && !isPage(clipper);
    if (isCut && !hasFullText(element, clipper))
      report(`cut off (${axis}) by ${nameOf(clipper)}`, element, text);
    seen = common(seen, inner);
  }
  return seen;
}
