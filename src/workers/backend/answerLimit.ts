/** How long the page waits for an answer of a device. */
import type { StartLimit } from "../../engine/fused/webgpu/connection";

const TICK = 1000; // ms
const TICKS = 60; // a busy software GPU answers well within them

/** Counts ticks instead of hours, so that a computer which slept in between does not lose its device. */
export const startAnswerLimit: StartLimit = (over) => {
  let ticks = 0;
  const timer = setInterval(() => {
    if (++ticks < TICKS) return;
    clearInterval(timer);
    over();
  }, TICK);
  return () => clearInterval(timer);
};
