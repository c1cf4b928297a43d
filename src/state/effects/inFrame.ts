/** Work in step with the browser's frames. */

/** A hidden page gets no frames: the work then waits this much longer, in ms. */
const WITHOUT_FRAMES = 1000;

/**
 * Calls back once, at the beginning of the first frame after this time in ms.
 * @returns a function that cancels it
 */
export function inFrame(milliseconds: number, run: () => void): () => void {
  let frame = 0;
  const askForFrame = (): void => {
    frame = requestAnimationFrame(once);
  };
  const timer = setTimeout(askForFrame, milliseconds);
  const latest = setTimeout(once, milliseconds + WITHOUT_FRAMES);
  function cancel(): void {
    clearTimeout(timer);
    clearTimeout(latest);
    cancelAnimationFrame(frame);
  }
  function once(): void {
    cancel();
    run();
  }
  return cancel;
}
