/** Renders what a student waits for as tables. */
import { median } from "./median";
import type { Student } from "./student";
import type { Streaming } from "./student/streaming";
import type { Training } from "./student/training";
import { short, table } from "./table";

export function renderStudent({ firstMap, training, streaming, bytes }: Student): string {
  return [
    "\n## What a student waits for\n",
    table([
      [
        "task",
        "first map, ms",
        "0.95 after, s",
        "updates",
        "exact match",
        "pairs/s",
        "frames, ms: median",
        "95 %",
        "99 %",
        "longest",
      ],
      ...Object.entries(firstMap).map(([task, times]) => [
        task,
        short(median(times)),
        ...trainingCells(training[task]),
      ]),
    ]),
    "\n## What it costs to watch\n",
    renderStreaming(streaming),
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
  const seconds = median(runs.map((run) => run.seconds ?? Number.POSITIVE_INFINITY));
  const [last] = runs;
  const frame = (of: "median" | "percentile95" | "percentile99" | "longest"): string =>
    short(median(runs.map(({ frames }) => frames[of])));
  return [
    Number.isFinite(seconds) ? `${short(seconds)} (${runs.length})` : "not within 60 s",
    String(median(runs.map(({ steps }) => steps))),
    last?.exactMatch ?? "",
    last?.pairsPerSecond ?? "",
    frame("median"),
    frame("percentile95"),
    frame("percentile99"),
    frame("longest"),
  ];
}

/** Medians of all turns. The ratio is the median over pairs of neighbouring turns. */
function renderStreaming({ shown, blind, traces, reports }: Streaming): string {
  const ratios = shown.map((speed, turn) => speed / (blind[turn] ?? Number.NaN));
  return table([
    ["pairs/s, stage shown", "blind", "shown over blind", "traces a second", "reports a second"],
    [median(shown), median(blind), median(ratios), traces, reports].map((figure) => short(figure)),
  ]);
}

const kilobytes = (bytes: number): string => `${short(bytes / 1000)} kB`;
