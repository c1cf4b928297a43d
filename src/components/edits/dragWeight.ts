/** A drag that changes a weight: up makes it larger, down smaller. */

interface Drag {
  /** The weight at the start. */
  readonly from: number;
  /** Called with the new weight, from 0 to 1, in hundredths. */
  readonly onMove: (weight: number) => void;
  /** Called at the end of a drag that has moved the weight. */
  readonly onEnd: () => void;
}

const THRESHOLD = 4; // pixels; a shorter way is a click
const WHOLE = 140; // pixels from 0 to 1

/** Follows the pointer from its press until its release. */
export function dragWeight(press: PointerEvent, { from, onMove, onEnd }: Drag): void {
  const { target, pointerId, clientY: start } = press;
  if (!(target instanceof Element) || press.button !== 0) return;
  const stop = new AbortController();
  const { signal } = stop;
  let isMoving = false;
  const follow = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    const up = start - event.clientY;
    if (!isMoving && Math.abs(up) < THRESHOLD) return;
    if (!isMoving) target.setPointerCapture(pointerId);
    isMoving = true;
    const weight = Math.min(1, Math.max(0, from + up / WHOLE));
    onMove(Math.round(weight * 100) / 100);
  };
  const finish = (event: PointerEvent): void => {
    if (event.pointerId !== pointerId) return;
    stop.abort();
    if (!isMoving) return;
    onEnd();
    swallowClick();
  };
  document.addEventListener("pointermove", follow, { signal });
  document.addEventListener("pointerup", finish, { signal });
  document.addEventListener("pointercancel", finish, { signal });
}

const stopIt = (event: Event): void => event.stopPropagation();

/** The release also clicks what is under the pointer; a drag only moves the weight. */
function swallowClick(): void {
  document.addEventListener("click", stopIt, { capture: true, once: true });
  setTimeout(() => document.removeEventListener("click", stopIt, { capture: true }));
}
