/** Renders what a student waits for as tables. */
import { LESSON_IDS, LESSONS } from "../src/lessons/catalogue";
import { median } from "./median";
import { ratiosOf, writeSpread } from "./spread";
import type { Student } from "./student";
import type { SceneTimes } from "./student/lessonScenes";
import type { Streaming } from "./student/streaming";
import type { Training } from "./student/training";
import type { TwoLanes } from "./student/twoLanes";
import type { UpdateTime } from "./student/updateTimes";
import { short, table } from "./table";

export function renderStudent(student: Student): string {
  const { firstMap, training, streaming, updates, lanes, bytes } = student;
  return [
    "\n## What a student waits for: medians (10th to 90th percentile)\n",
    table([
      [
        "task",
        "first map, ms",
        "0.95 after, s",
        "updates",
        "exact match",
        "frames, ms: median",
        "95 %",
        "99 %",
        "longest",
        "main thread, ms a map",
      ],
      ...Object.entries(firstMap).map(([task, times]) => [
        task,
        writeSpread(times),
        ...trainingCells(training[task]),
      ]),
    ]),
    "\n## What it costs to watch\n",
    renderStreaming(streaming),
    "\n## What the page says an update takes, and what training then reaches\n",
    renderUpdates(updates),
    "\n## What two models in lockstep cost\n",
    renderLanes(lanes),
    "\n## Bytes shipped, gzipped\n",
    table([
      ["", "size"],
      ["page script", kilobytes(bytes.page)],
      ["worker script", kilobytes(bytes.worker)],
      ...Object.entries({ ...bytes.later, ...bytes.wasm }).map(([file, size]) => [
        `${file}, when a backend wants it`,
        kilobytes(size),
      ]),
    ]),
  ].join("\n");
}

/** Medians of all runs; a run that does not reach the target counts as infinite. */
function trainingCells(runs: readonly Training[] | undefined): string[] {
  if (!runs) return Array.from({ length: 8 }, () => "");
  const seconds = runs.map((run) => run.seconds ?? Number.POSITIVE_INFINITY);
  const [last] = runs;
  const frame = (of: "median" | "percentile95" | "percentile99" | "longest"): string =>
    short(median(runs.map(({ frames }) => frames[of])));
  return [
    Number.isFinite(median(seconds)) ? writeSpread(seconds) : "not within 60 s",
    String(median(runs.map(({ steps }) => steps))),
    last?.exactMatch ?? "",
    frame("median"),
    frame("percentile95"),
    frame("percentile99"),
    frame("longest"),
    short(median(runs.map(({ mainThread }) => mainThread))),
  ];
}

/** The ratio compares neighbouring turns. */
function renderStreaming({ shown, blind, traces, reports }: Streaming): string {
  return table([
    ["pairs/s, stage shown", "blind", "shown over blind", "traces a second", "reports a second"],
    [
      writeSpread(shown),
      writeSpread(blind),
      writeSpread(ratiosOf(shown, blind)),
      short(traces),
      short(reports),
    ],
  ]);
}

const FAIR = 1.5; // the most that a reported time may be off by, either way

export function renderUpdates(updates: readonly UpdateTime[]): string {
  return table([
    ["backend", "reported, ms", "in training, ms", "reported over reached", `within ${FAIR}`],
    ...updates.map(({ backend, reported, reached }) => {
      const ratio = reported / median(reached);
      const isFair = ratio <= FAIR && ratio >= 1 / FAIR;
      return [backend, short(reported), writeSpread(reached), short(ratio), isFair ? "yes" : "NO"];
    }),
  ]);
}

const MOST_TWICE = 2.1; // the most that two models may cost, as a multiple of one

/** The ratio compares neighbouring turns. */
export function renderLanes({ one, two, frames95, mainThread }: TwoLanes): string {
  const ratios = ratiosOf(two, one);
  return table([
    [
      "one model, ms an update",
      "two models, ms for both",
      "two over one",
      `within ${MOST_TWICE}`,
      "frames, ms: 95 %",
      "main thread, ms a map",
    ],
    [
      writeSpread(one),
      writeSpread(two),
      writeSpread(ratios),
      median(ratios) <= MOST_TWICE ? "yes" : "NO",
      short(frames95),
      short(mainThread),
    ],
  ]);
}

/** Of the first step of each lesson, and of the later one that took longest in the median of the walks. */
export function renderLessons(walks: readonly SceneTimes[]): string {
  const rows = LESSON_IDS.map((id) => {
    const steps = Array.from({ length: LESSONS[id].steps }, (_, step) =>
      walks.map(({ [id]: times }) => times[step] ?? Number.NaN),
    );
    const [first = [], ...later] = steps;
    const slowest = later.toSorted((a, b) => median(b) - median(a))[0] ?? [];
    return [id, writeSpread(first), writeSpread(slowest), String(2 + later.indexOf(slowest))];
  });
  return table([["lesson", "opens, ms", "slowest later step, ms", "which"], ...rows]);
}

const kilobytes = (bytes: number): string => `${short(bytes / 1000)} kB`;
