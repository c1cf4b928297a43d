/** Times a training step of the chosen model on one backend after the other. It knows no Worker, so tests run it in Node. */
import { taskOf } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Arithmetic } from "../../engine/training/learner";
import { createTrainer } from "../../engine/training/trainer";
import type { BackendName, StepTime, TimeCommand, TimeEvent } from "../protocol";
import { standInTask } from "./randomTask";

/** What came of bringing up a backend. */
export type BroughtUp =
  | Works
  | { readonly kind: "unavailable" } // not on this device, which is no fault
  | { readonly kind: "broken"; readonly why: string };

interface Works {
  readonly kind: "works";
  readonly arithmetic: Arithmetic;
  /** Gives back what it holds beside this worker's own; absent where that is nothing. */
  readonly end?: () => void;
}

/** What the timing needs from the world. */
export interface TimingPorts {
  readonly post: (event: TimeEvent) => void;
  readonly now: () => number; // ms
  /** Brings up a backend and tests it. */
  readonly bringUp: (name: BackendName) => Promise<BroughtUp>;
}

/** Times every backend that works on this device, each on a fresh model of its own, and posts what it found. */
export async function timeBackends(command: TimeCommand, ports: TimingPorts): Promise<void> {
  const { config, sizes, backends, skip } = command;
  const task = taskOf(config, standInTask(sizes));
  if (!task) throw new Error("timeBackends: no task fits the config");
  for (const name of backends) {
    const time: StepTime = skip.includes(name)
      ? { kind: "failed", why: "it was lost" }
      : await timeBackend(name, { task, config }, ports);
    ports.post({ type: "timed", name, time });
  }
  ports.post({ type: "timedAll" });
}

interface Work extends Pick<TimeCommand, "config"> {
  readonly task: Task;
}

async function timeBackend(name: BackendName, work: Work, ports: TimingPorts): Promise<StepTime> {
  try {
    const brought = await ports.bringUp(name);
    if (brought.kind === "unavailable") return brought;
    if (brought.kind === "broken") return { kind: "failed", why: brought.why };
    try {
      const timeRun = (run: Run): number => timeSteps(run, ports.now, COMPILES[name]);
      return { kind: "timed", milliseconds: withTraining(work, brought.arithmetic, timeRun) };
    } finally {
      brought.end?.();
    }
  } catch (error) {
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether a first step compiles programs for a GPU, which may take seconds and says nothing of the second. */
const COMPILES: Readonly<Record<BackendName, boolean>> = {
  webgl: true,
  webgpu: true,
  wasm: false,
  threads: false,
  cpu: false,
};

/** Makes this many steps and waits for their end. */
type Run = (count: number) => void;

/** Trains on the data and with the settings of the config, the drawing of its batches included. */
function withTraining<T>({ task, config }: Work, arithmetic: Arithmetic, call: (run: Run) => T): T {
  const trainer = createTrainer(task, config, { arithmetic });
  try {
    return call((count) => {
      for (let i = 0; i < count; i++) trainer.step(config);
      trainer.takeLosses(); // waits for a GPU
    });
  } finally {
    trainer.dispose();
  }
}

const BUDGET = 300; // ms for the steps that count
const SLOW = 1000; // ms: a first step as long as this says enough, where nothing was compiled
const GROUP = 50; // ms: how often training reads losses back, which has a GPU stand still
const MOST_STEPS = 32; // of a group
const LEAST_GROUPS = 2;

/**
 * Milliseconds of one step: the median of groups of steps. What takes longer than all groups may is timed once.
 * @param compiles whether the first step does what the others do not
 */
export function timeSteps(run: Run, now: () => number, compiles: boolean): number {
  const timed = (count: number): number => {
    const start = now();
    run(count);
    return (now() - start) / count;
  };
  const warmUp = timed(1); // lets the engine optimise
  if (warmUp >= SLOW && !compiles) return warmUp;
  const first = timed(1);
  if (first >= BUDGET) return first;
  const count = Math.min(MOST_STEPS, Math.max(1, Math.floor(GROUP / Math.max(first, 1))));
  const end = now() + BUDGET;
  const times: number[] = [];
  while (times.length < LEAST_GROUPS || now() < end) times.push(timed(count));
  return median(times);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = Number.NaN, high = low] = [
    sorted[Math.ceil(middle) - 1],
    sorted[Math.floor(middle)],
  ];
  return (low + high) / 2;
}
