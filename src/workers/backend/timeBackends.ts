/** Times a training step of the chosen model on each backend in turn. It uses no Worker, so tests run it in Node. */
import { taskOf } from "../../engine/tasks/byId";
import type { Task } from "../../engine/tasks/task";
import type { Arithmetic } from "../../engine/training/learner";
import { createTrainer } from "../../engine/training/trainer";
import type { BackendName, StepTime, TimeCommand, TimeEvent } from "../protocol";
import { randomTask } from "./randomTask";

/** The result of bringing up a backend. */
export type BroughtUp =
  | WorkingBackend
  | { readonly kind: "unavailable" } // the device does not have it
  | { readonly kind: "broken"; readonly why: string };

interface WorkingBackend {
  readonly kind: "works";
  readonly arithmetic: Arithmetic;
  /** Ends what the backend runs outside this worker; absent where that is nothing. */
  readonly end?: () => void;
}

export interface TimingPorts {
  readonly post: (event: TimeEvent) => void;
  readonly now: () => number; // ms
  /** Brings up a backend and tests it. */
  readonly bringUp: (name: BackendName) => Promise<BroughtUp>;
}

/** Times every backend that works on this device, each on a fresh model, and posts the results. */
export async function timeBackends(command: TimeCommand, ports: TimingPorts): Promise<void> {
  const { config, sizes, backends, skip } = command;
  const task = taskOf(config, randomTask(sizes));
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
      const timeRun = (run: RunSteps): number => timeSteps(run, ports.now, COMPILES[name]);
      return { kind: "timed", milliseconds: withTraining(work, brought.arithmetic, timeRun) };
    } finally {
      brought.end?.();
    }
  } catch (error) {
    return { kind: "failed", why: error instanceof Error ? error.message : String(error) };
  }
}

/** Whether the first step compiles programs for a GPU. That may take seconds, and later steps do not repeat it. */
const COMPILES: Readonly<Record<BackendName, boolean>> = {
  webgl: true,
  webgpu: true,
  wasm: false,
  threads: false,
  cpu: false,
};

/** Trains this many steps and waits for their end. */
type RunSteps = (count: number) => void;

/** Calls back with a way to train with these settings. Drawing the batches counts as part of a step. */
function withTraining<T>(
  { task, config }: Work,
  arithmetic: Arithmetic,
  call: (run: RunSteps) => T,
): T {
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

const BUDGET = 300; // ms for all groups
const SLOW = 1000; // ms: a first step that takes so long is the result, unless it compiled something
const GROUP = 50; // ms: training reads its losses as often, and each time waits for the GPU
const MOST_STEPS = 32; // in a group
const LEAST_GROUPS = 2;

/**
 * Milliseconds of one step: the median of groups of steps. A step that takes longer than the budget is timed once.
 * @param compiles whether the first step also compiles, so that its time does not count
 */
export function timeSteps(run: RunSteps, now: () => number, compiles: boolean): number {
  const timed = (count: number): number => {
    const start = now();
    run(count);
    return (now() - start) / count;
  };
  const warmUp = timed(1); // the JavaScript engine optimises
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
