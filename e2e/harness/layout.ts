/** Finds texts that overlap, are cut off or reach beyond their box, and controls over each other, in what the page shows. */
import { type Box, common, innerBox, isLarge } from "./layout/boxes";
import { clippersOf, isHidden, layerOf, nameOf } from "./layout/elements";
import { type Report, type ShownText, shownTexts } from "./layout/texts";

/** The faults, each in one line: its kind, the element and the text. */
function faults(): string[] {
  const found = new Set<string>();
  const report: Report = (kind, element, text) =>
    void found.add(`${kind}: ${nameOf(element)}: ${text.trim().slice(0, 40)}`);
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth)
    found.add(`the page is wider than the window, because of ${widest(clientWidth)}`);
  reportCrossings(shownTexts(report), report);
  reportControls(report);
  return [...found];
}

/** The last element that reaches to the right of the window, which is none of its ancestors. */
function widest(room: number): string {
  const all = [...document.body.querySelectorAll("*")];
  const wide = all.findLast(
    (each) => !isHidden(each) && each.getBoundingClientRect().right > room + 1,
  );
  return wide ? nameOf(wide) : "something hidden";
}

/** Reports texts over texts. */
function reportCrossings(texts: readonly ShownText[], report: Report): void {
  const lines = texts
    .flatMap((of) => of.lines.map((box) => ({ of, box })))
    .toSorted((a, b) => a.box.top - b.box.top);
  for (const [i, { of, box }] of lines.entries())
    for (const other of lines.slice(i + 1)) {
      if (other.box.top > box.bottom) break;
      if (of === other.of || of.layer !== other.of.layer) continue;
      if (isLarge(common(box, other.box)))
        report(
          `over ‘${other.of.text.slice(0, 20)}’ ${nameOf(other.of.element)}`,
          of.element,
          of.text,
        );
    }
}

const CONTROLS = "button, select, textarea, input, summary, [role=tab], [role=switch]";

/** Reports controls over controls, and controls that something else lies over. */
function reportControls(report: Report): void {
  const controls = [...document.querySelectorAll(CONTROLS)]
    // A positioned control lies where the figure puts it.
    .filter((each) => !isHidden(each) && getComputedStyle(each).position !== "absolute")
    .map((element) => ({ element, box: seenBox(element), layer: layerOf(element) }));
  for (const [i, one] of controls.entries()) {
    const cover = coverOf(one.element, one.box);
    if (cover && layerOf(cover) === one.layer)
      report(`covered by ${nameOf(cover)}`, one.element, one.element.textContent);
    for (const other of controls.slice(i + 1)) {
      const isInside = one.element.contains(other.element) || other.element.contains(one.element);
      if (isInside || one.layer !== other.layer || !isLarge(common(one.box, other.box))) continue;
      report(`control over ${nameOf(other.element)}`, one.element, one.element.textContent);
    }
  }
}

/** What the pointer meets in the middle of a control; null: the control itself, or nothing, because it is out of sight. */
function coverOf(control: Element, box: Box): Element | null {
  if (!isLarge(box)) return null;
  const found = document.elementFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const isOwn = found === null || control.contains(found) || found.contains(control);
  const label = found?.closest("label");
  return isOwn || label?.contains(control) ? null : found;
}

function seenBox(element: Element): Box {
  let box: Box = element.getBoundingClientRect();
  for (const clipper of clippersOf(element)) box = common(box, innerBox(clipper));
  return box;
}

export const layout = { faults };
