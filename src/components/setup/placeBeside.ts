/** Where an explanation stands: beside the panel of its field, or under the field where the page has no room beside it. */

const GAP = 8; // from the panel, the field and the window's edges

/** Sets the position and the largest height of a fixed element, so that all of it is inside the window. */
export function placeBeside(page: HTMLElement, field: Element): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, right, top, bottom } = field.getBoundingClientRect();
  const isBeside = right + 2 * GAP + page.offsetWidth + GAP <= clientWidth;
  const start = isBeside ? right + 2 * GAP : Math.min(left, clientWidth - page.offsetWidth - GAP);
  page.style.left = `${Math.max(GAP, start)}px`;
  if (isBeside) {
    page.style.maxHeight = `${clientHeight - 2 * GAP}px`;
    const highest = clientHeight - page.offsetHeight - GAP;
    Object.assign(page.style, { top: `${Math.max(GAP, Math.min(top, highest))}px`, bottom: "auto" });
    return;
  }
  const isUnder = clientHeight - bottom >= top;
  Object.assign(page.style, {
    top: isUnder ? `${bottom + GAP}px` : "auto",
    bottom: isUnder ? "auto" : `${clientHeight - top + GAP}px`,
    maxHeight: `${(isUnder ? clientHeight - bottom : top) - 2 * GAP}px`,
  });
}
