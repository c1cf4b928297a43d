/** Measures what a student waits for in the built page. */
import { type Browser, chromium } from "@playwright/test";
import { build, preview } from "vite";
import { DEFAULT_CONFIG, FIELDS } from "../src/engine/setup/config";
import type { GeneratedTaskId } from "../src/engine/tasks/task";
import { ensureChromium } from "../scripts/find-chromium.mjs";
import { measureLongRun, type Reading } from "./longRun/longRun";
import { type Bytes, measureBytes } from "./student/bytes";
import { measureFirstMap } from "./student/firstMap";
import { measureLessonScenes, type SceneTimes } from "./student/lessonScenes";
import { measureStreaming, type Streaming } from "./student/streaming";
import { measureTraining, type Training } from "./student/training";
import { measureTwoLanes, type TwoLanes } from "./student/twoLanes";
import { measureUpdateTimes, type UpdateTime } from "./student/updateTimes";

const OPENINGS = 5;
const WALKS = 5;
const OPENING = "first visit"; // the scene of the first lesson
const REPEATED: readonly GeneratedTaskId[] = ["reverse", "dates"]; // trained as often; the other tasks once

export interface Student {
  /** Milliseconds from navigation to the first map with an empty cache, for each opening, by task. */
  readonly firstMap: Readonly<Record<string, readonly number[]>>;
  /** Trainings from the click on Train to an exact match of 0.95, by task. */
  readonly training: Readonly<Record<string, readonly Training[]>>;
  /** Training speed of the default set-up with the figures shown and hidden. */
  readonly streaming: Streaming;
  /** The time of an update of the default set-up on each backend, as reported and as reached. */
  readonly updates: readonly UpdateTime[];
  /** An update of the default set-up alone, and of two models in lockstep. */
  readonly lanes: TwoLanes;
  readonly bytes: Bytes;
}

export async function measureStudent(): Promise<Student> {
  const inPage = await inBuiltPage(measureInPage);
  return { ...inPage, bytes: measureBytes() };
}

/** The times of an update alone. */
export function measureUpdates(): Promise<readonly UpdateTime[]> {
  return inBuiltPage((browser, address) =>
    measureUpdateTimes(browser, opened(address), DEFAULT_CONFIG.batchSize),
  );
}

/** The cost of two lanes alone. */
export function measureLanes(): Promise<TwoLanes> {
  return inBuiltPage((browser, address) => measureTwoLanes(browser, opened(address)));
}

/** The times of the course's scenes alone, for each walk through it. */
export function measureLessons(): Promise<readonly SceneTimes[]> {
  return inBuiltPage(
    (browser, address) => times(WALKS, () => measureLessonScenes(browser, address)),
    { outDir: ".cache/lesson-scenes" },
  );
}

/** What a long run holds, in a build of its own: the work takes an hour, and dist/ may change meanwhile. */
export function measureLong(backend: string | null): Promise<readonly Reading[]> {
  return inBuiltPage((browser, address) => measureLongRun(browser, address, backend), {
    outDir: ".cache/long-run",
    args: SOFTWARE_WEBGL,
  });
}

/** Lets Chromium draw WebGL without a graphics card. */
const SOFTWARE_WEBGL = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];

interface Place {
  readonly outDir?: string;
  /** Switches of the browser. */
  readonly args?: string[];
}

/** Builds the page, serves it and starts a browser for the measurement. */
async function inBuiltPage<T>(
  measure: (browser: Browser, address: string) => Promise<T>,
  { outDir = "dist", args = [] }: Place = {},
): Promise<T> {
  const config = { logLevel: "warn", build: { outDir, emptyOutDir: true } } as const;
  await build(config);
  const server = await preview({ ...config, preview: { host: "127.0.0.1", port: 0 } });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args });
  try {
    return await measure(browser, server.resolvedUrls?.local[0] ?? "");
  } finally {
    await browser.close();
    await server.close();
  }
}

const opened = (address: string, task: string = DEFAULT_CONFIG.task): string =>
  `${address}?task=${task}`;

async function measureInPage(browser: Browser, address: string): Promise<Omit<Student, "bytes">> {
  const firstMap: Record<string, number[]> = {};
  const training: Record<string, Training[]> = {};
  firstMap[OPENING] = await times(OPENINGS, () => measureFirstMap(browser, address));
  for (const task of FIELDS.task.options) {
    if (task === "pairs") continue;
    console.log(`opening and training ${task} ...`);
    const page = opened(address, task);
    firstMap[task] = await times(OPENINGS, () => measureFirstMap(browser, page));
    training[task] = await times(REPEATED.includes(task) ? OPENINGS : 1, () =>
      measureTraining(browser, page),
    );
  }
  const { batchSize } = DEFAULT_CONFIG;
  console.log("training with the figures shown, and without them ...");
  const streaming = await measureStreaming(browser, opened(address), batchSize);
  console.log("training on each backend ...");
  const updates = await measureUpdateTimes(browser, opened(address), batchSize);
  console.log("training two models in lockstep ...");
  const lanes = await measureTwoLanes(browser, opened(address));
  return { firstMap, training, streaming, updates, lanes };
}

/** Measures this many times, one after the other. */
async function times<T>(count: number, measure: () => Promise<T>): Promise<T[]> {
  const all: T[] = [];
  for (let i = 0; i < count; i++) all.push(await measure());
  return all;
}
