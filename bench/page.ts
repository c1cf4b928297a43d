/** Runs in the browser: one system a page, started and timed as the driver says. */
import { SYSTEMS, type SystemId } from "./systems/all";
import { describeDevice } from "./systems/device";
import { measureProducts } from "./systems/products";
import type { System } from "./systems/system";
import { makeWork, type Size } from "./work";

let running: System | null = null;

function system(): System {
  if (!running) throw new Error("bench: no system was started");
  return running;
}

/** @returns whether this browser has the system */
async function start(id: SystemId, size: Size): Promise<boolean> {
  running = await SYSTEMS[id](makeWork(size));
  return running !== null;
}

/** Milliseconds of that many updates together. */
async function time(steps: number): Promise<number> {
  const before = performance.now();
  await system().train(steps);
  return performance.now() - before;
}

/** Milliseconds that a token of a greedy answer takes, over that many answers; null where the system gives none. */
function timeToken(answers: number): number | null {
  const asked = system();
  if (!asked.answer) return null;
  const before = performance.now();
  let tokens = 0;
  for (let i = 0; i < answers; i++) tokens += asked.answer();
  return (performance.now() - before) / tokens;
}

export const bench = {
  start,
  time,
  timeToken,
  train: (steps: number) => system().train(steps),
  launches: () => system().launches?.() ?? null,
  profile: (steps: number) => system().profile?.(steps) ?? null,
  measureProducts,
  describeDevice,
};

Object.assign(globalThis, { bench });
