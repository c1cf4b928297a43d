/** The first picture, for whatever should not delay it. */

let first: Promise<void> | null = null;

/**
 * Resolves once what has been rendered by the time of the first call is on the screen.
 * A page in the background is not painted, and so nobody waits there.
 */
export function painted(): Promise<void> {
  first ??= document.hidden ? Promise.resolve() : nextPaint();
  return first;
}

/** A task after the next frame: by then it has been painted. A page that goes to the background first gets no frame. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
}
