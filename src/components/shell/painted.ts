/** The first paint, for work that must not delay it. */

let first: Promise<void> | null = null;

/**
 * Resolves after the browser has painted what the page had rendered at the first call.
 * The browser does not paint a hidden page, so there it resolves at once.
 */
export function painted(): Promise<void> {
  first ??= document.hidden ? Promise.resolve() : nextPaint();
  return first;
}

/** A task after the next frame, which is painted by then. A page that becomes hidden first gets no frame. */
function nextPaint(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    document.addEventListener("visibilitychange", () => resolve(), { once: true });
  });
}
