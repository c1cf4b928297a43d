/** Runs in the browser: starts and times one system a page. */
import { SYSTEMS, type SystemId } from "./systems/all";
import { describeDevice } from "./systems/device";
import { measureProducts } from "./systems/products";
import type { System } from "./systems/system";
import { makeWork, type Size } from "./work";

let running: System | null = null;

function system(): System {
  if (!running) throw new Error("bench: expected a started system, got none");
  return running;
}

/** @returns whether this browser has the system */
async function start(id: SystemId, size: Size): Promise<boolean> {
  running = await SYSTEMS[id](makeWork(size));
  return running !== null;
}

/** Milliseconds of this many updates. */
async function time(steps: number): Promise<number> {
  const before = performance.now();
  await system().train(steps);
  return performance.now() - before;
}

/** Milliseconds a token, the mean over this many greedy answers; null where the system does not decode. */
async function timeToken(answers: number): Promise<number | null> {
  const asked = system();
  if (!asked.answer) return null;
  const before = performance.now();
  let tokens = 0;
  for (let i = 0; i < answers; i++) tokens += await asked.answer();
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
