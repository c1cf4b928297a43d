/**
 * `npm run measure [-- --updates | --lanes | --lessons | --long [BACKEND]]`: reports waiting times of a student on this machine, in the built page; it has no pass
 * or fail. Measures the first map of each task from navigation with an empty cache (five times), training from the click
 * on Train to the first evaluation with an exact match of 0.95, the frames of the main thread meanwhile, the time of an
 * update as the page reports it and as training reaches it, what two models in lockstep cost, and the bytes shipped. With `--updates` or
 * `--lanes` only these times; with `--lessons` how long each step of the course takes to open. With `--long` it trains for an hour instead, and reports what memory and storage hold on the way.
 */
import { renderLongRun } from "../bench/longRun/report";
import {
  measureLanes,
  measureLessons,
  measureLong,
  measureStudent,
  measureUpdates,
} from "../bench/student";
import { renderLanes, renderLessons, renderStudent, renderUpdates } from "../bench/studentReport";

async function measure(): Promise<string> {
  if (process.argv.includes("--updates")) return renderUpdates(await measureUpdates());
  if (process.argv.includes("--lanes")) return renderLanes(await measureLanes());
  if (process.argv.includes("--lessons")) return renderLessons(await measureLessons());
  const long = process.argv.indexOf("--long");
  if (long >= 0) return renderLongRun(await measureLong(process.argv[long + 1] ?? null));
  return renderStudent(await measureStudent());
}

console.log(await measure());
