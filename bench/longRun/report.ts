/** Renders the readings of a long run as a table. */
import { short, table } from "../table";
import type { Reading } from "./longRun";

export function renderLongRun(readings: readonly Reading[]): string {
  return table([
    [
      "after updates",
      "page, MB",
      "workers, MB",
      "tensors",
      "tensors, MB",
      "renderer, MB",
      "graphics, MB",
      "saved runs, kB",
      "database, kB",
      "frames, ms: 95 %",
      "main thread, ms a map",
    ],
    ...readings.map((reading) => [
      reading.after,
      short(reading.page),
      short(reading.workers),
      String(reading.tensors),
      short(reading.tensorBytes),
      short(reading.processes?.renderer),
      short(reading.processes?.gpu),
      short(reading.kept),
      short(reading.database),
      short(reading.frames95 ?? undefined),
      short(reading.mainThread ?? undefined),
    ]),
  ]);
}
