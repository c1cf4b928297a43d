/**
 * `npm run measure [-- --updates]`: reports waiting times of a student on this machine, in the built page; it has no pass
 * or fail. Measures the first map of each task from navigation with an empty cache (five times), training from the click
 * on Train to the first evaluation with an exact match of 0.95, the frames of the main thread meanwhile, the time of an
 * update as the page reports it and as training reaches it, and the bytes shipped. With `--updates` only these times.
 */
import { measureStudent, measureUpdates } from "../bench/student";
import { renderStudent, renderUpdates } from "../bench/studentReport";

const isShort = process.argv.includes("--updates");
console.log(
  isShort ? renderUpdates(await measureUpdates()) : renderStudent(await measureStudent()),
);
