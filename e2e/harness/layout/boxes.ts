/** Boxes in pixels of the window. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const NOISE = 2; // pixels that a font or a border may be off

/** Whether there is something to see in the box. */
export function isLarge({ left, top, right, bottom }: Box): boolean {
  return right - left > NOISE && bottom - top > NOISE;
}

export function common(a: Box, b: Box): Box {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** The axis along which the first box reaches beyond the second; null: it lies inside. */
export function beyond(inner: Box, outer: Box): "x" | "y" | null {
  if (inner.left < outer.left - NOISE || inner.right > outer.right + NOISE) return "x";
  return inner.top < outer.top - NOISE || inner.bottom > outer.bottom + NOISE ? "y" : null;
}

/** The box inside an element's border; of the page itself, the window. */
export function innerBox(element: Element): Box {
  if (isPage(element)) return { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const { left, top } = element.getBoundingClientRect();
  const [x, y] = [left + element.clientLeft, top + element.clientTop];
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
}

export function isPage(element: Element): boolean {
  return element === document.documentElement || element === document.body;
}
