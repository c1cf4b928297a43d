/** What a student waits for, as tables. */
import { median } from "./median";
import type { Student } from "./student";
import type { Training } from "./student/training";
import { short, table } from "./table";

export function renderStudent({ firstMap, training, bytes }: Student): string {
  return [
    "\n## What a student waits for\n",
    table([
      [
        "task",
        "first map, ms",
        "0.95 after, s",
        "steps",
        "exact match",
        "pairs/s",
        "frames, ms: median",
        "99 %",
        "longest",
      ],
      ...Object.entries(training).map(([task, runs]) => [
        task,
        short(median(firstMap[task] ?? [])),
        ...trainingCells(runs),
      ]),
    ]),
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

/** Medians of all runs; a run that did not reach the target counts as endless. */
function trainingCells(runs: readonly Training[]): string[] {
  const seconds = median(runs.map((run) => run.seconds ?? Number.POSITIVE_INFINITY));
  const [last] = runs;
  const frame = (of: "median" | "percentile99" | "longest"): string =>
    short(median(runs.map(({ frames }) => frames[of])));
  return [
    Number.isFinite(seconds) ? `${short(seconds)} (${runs.length})` : "not within 60 s",
    String(median(runs.map(({ steps }) => steps))),
    last?.exactMatch ?? "",
    last?.pairsPerSecond ?? "",
    frame("median"),
    frame("percentile99"),
    frame("longest"),
  ];
}

const kilobytes = (bytes: number): string => `${short(bytes / 1000)} kB`;
