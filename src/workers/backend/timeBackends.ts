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
  | { readonly kind: "missing"; readonly why: string } // its script did not load
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
  readonly yieldToMessages: () => Promise<void>;
  /** Brings up a backend and tests it. */
  readonly bringUp: (name: BackendName) => Promise<BroughtUp>;
}

/** Times every backend that works on this device, each on a fresh model, and posts the results. */
export async function timeBackends(command: TimeCommand, ports: TimingPorts): Promise<void> {
  const { config, sizes, backends, skip } = command;
  const task = taskOf(config, randomTask(sizes));
  if (!task) throw new Error("timeBackends: no task fits the config");
  for (const name of backends) {
    const time: StepTime | null = skip.includes(name)
      ? { kind: "failed", why: "it was lost" }
      : await timeBackend(name, { task, config }, ports);
    if (time) ports.post({ type: "timed", name, time });
  }
  ports.post({ type: "timedAll" });
}

interface Work extends Pick<TimeCommand, "config"> {
  readonly task: Task;
}

/** Null: nothing is known, because the script of the backend did not load. */
async function timeBackend(
  name: BackendName,
  work: Work,
  ports: TimingPorts,
): Promise<StepTime | null> {
  try {
    const brought = await ports.bringUp(name);
    if (brought.kind === "missing") return null;
    if (brought.kind === "unavailable") return brought;
    if (brought.kind === "broken") return { kind: "failed", why: brought.why };
    try {
      const milliseconds = await withTraining(work, brought.arithmetic, ports, (training) =>
        timeUpdates(training, ports.now, COMPILES[name]),
      );
      return { kind: "timed", milliseconds };
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

/** Training as the training loop does it. */
export interface TimedTraining {
  /** Makes this many updates and begins to read their losses. Resolves when the losses before them have arrived. */
  readonly train: (updates: number) => Promise<void>;
  /** Resolves when all losses have arrived. */
  readonly settle: () => Promise<void>;
}

/** Calls back with training of these settings. Drawing the batches counts as part of an update. */
async function withTraining<T>(
  { task, config }: Work,
  arithmetic: Arithmetic,
  { yieldToMessages }: Pick<TimingPorts, "yieldToMessages">,
  call: (training: TimedTraining) => Promise<T>,
): Promise<T> {
  const trainer = createTrainer(task, config, { arithmetic });
  let reading: Promise<unknown> = Promise.resolve();
  try {
    return await call({
      async train(updates) {
        for (let i = 0; i < updates; i++) {
          await trainer.step(config);
          await yieldToMessages();
        }
        await reading;
        reading = trainer.takeLosses();
        reading.catch(() => undefined); // the next wait throws it
      },
      settle: async () => void (await reading),
    });
  } finally {
    trainer.dispose();
  }
}

const SLOW = 1000; //    ms: a first update that takes so long is the result, unless it compiled something
const BUDGET = 400; //   ms for the timed groups; an update that takes longer is timed once
const WARM_UP = 400; //  ms in which the JavaScript engine optimises
const GROUP = 50; //     ms: training reads its losses as often
const MOST_UPDATES = 256; // in a group
const LEAST_GROUPS = 2;

/**
 * Milliseconds of one update in training: the median of groups of updates, which are as long as the time between two
 * reads of losses in training.
 * @param compiles whether the first update also compiles, so that its time does not count
 */
export async function timeUpdates(
  { train, settle }: TimedTraining,
  now: () => number,
  compiles: boolean,
): Promise<number> {
  const timed = async (work: () => Promise<void>): Promise<number> => {
    const start = now();
    await work();
    return now() - start;
  };
  const alone = (): Promise<void> => train(1).then(settle);
  const compiling = await timed(alone);
  if (compiling >= SLOW && !compiles) return compiling;
  const first = await timed(alone);
  if (first >= BUDGET) return first;
  const warm = now() + WARM_UP;
  let count = 1;
  let time = await timed(() => train(count));
  while (now() < warm || (time < GROUP && count < MOST_UPDATES)) {
    count = Math.min(MOST_UPDATES, largerGroup(count, time));
    time = await timed(() => train(count));
  }
  const end = now() + BUDGET;
  const times: number[] = [];
  while (times.length < LEAST_GROUPS || now() < end)
    times.push((await timed(() => train(count))) / count);
  await settle();
  return median(times);
}

/** Updates that take about as long as a group should. The time of few updates on a GPU is mostly waiting. */
function largerGroup(count: number, time: number): number {
  const growth = Math.min(4, GROUP / Math.max(time, 1));
  return Math.max(1, Math.round(count * growth));
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
