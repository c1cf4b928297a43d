/** What is asked of an element: its name, whether it is seen, over what it lies, and what cuts it off. */

/** The element and the two nearest ancestors that have a class. */
export function nameOf(element: Element): string {
  const parts: string[] = [];
  for (let each: Element | null = element; each && parts.length < 3; each = each.parentElement) {
    const own = (each.getAttribute("class") ?? "").split(" ").find((name) => name.length > 2);
    if (own || parts.length === 0) parts.unshift(own ? `${each.localName}.${own}` : each.localName);
  }
  return parts.join(" > ");
}

const UNSEEN = "[inert], .katex-mathml, option, script, style";

/** Whether the page hides the element. A box of a pixel counts as hidden: only assistive technology reads its text. */
export function isHidden(element: Element): boolean {
  const seen = { opacityProperty: true, visibilityProperty: true };
  if (!element.checkVisibility(seen) || element.closest(UNSEEN) !== null) return true;
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { width, height } = each.getBoundingClientRect();
    const isClipped = !/visible/.test(getComputedStyle(each).overflow);
    if (isClipped && (width <= 1 || height <= 1)) return true;
  }
  return false;
}

/** Whether the element is written at an angle. Its box then holds much that is not its own. */
export function isTurned(element: Element): boolean {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { transform } = getComputedStyle(each);
    if (transform !== "none" && new DOMMatrixReadOnly(transform).b !== 0) return true;
  }
  return false;
}

/** The part that lies over the others and may cover them: a dialog, a menu, a bar that stays while the rest scrolls. */
export function layerOf(element: Element): Element {
  const over = element.closest("dialog, [popover], [role=dialog], [role=menu], [role=tooltip]");
  for (let each: Element | null = element; each && each !== over; each = each.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(each).position)) return each;
  return over ?? document.documentElement;
}

/** The element and its ancestors that can cut it off. */
export function* clippersOf(element: Element): Generator<Element> {
  let isFree = false; // an absolute element is not cut off by boxes inside its containing block
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { position, overflowX, overflowY, transform } = getComputedStyle(each);
    if (isFree && (position !== "static" || transform !== "none")) isFree = false;
    if (!isFree && (overflowX !== "visible" || overflowY !== "visible")) yield each;
    if (position === "fixed") return;
    if (position === "absolute") isFree = true;
  }
}

/** Whether a hint has the whole text while the pointer is on it, up to the root. */
export function hasFullText(element: Element, root: Element): boolean {
  element.dispatchEvent(new PointerEvent("pointerover", { bubbles: true }));
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each.hasAttribute("title") || each.querySelector(":scope > title")) return true;
    if (each === root) return false;
  }
  return false;
}

const SIDES = ["top", "right", "bottom", "left"] as const;

/** The nearest element with a border or a colour of its own; null: what scrolls or is cut off may lie beyond it. */
export function drawnBox(element: Element): Element | null {
  for (let each: Element | null = element; each; each = each.parentElement) {
    const style = getComputedStyle(each);
    if (style.display === "inline" || style.display === "contents") continue;
    const hasBorder = SIDES.every(
      (side) => Number.parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0,
    );
    const isFilled = !/rgba\(0, 0, 0, 0\)|transparent/.test(style.backgroundColor);
    if (style.overflow !== "visible") return null;
    if (hasBorder || isFilled) return each;
  }
  return null;
}
