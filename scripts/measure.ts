/**
 * `npm run measure`: reports waiting times of a student on this machine, in the built page; it has no pass or fail.
 * Measures the first map of each task from navigation with an empty cache (median of five), training from the click on
 * Train to the first evaluation with an exact match of 0.95, the frames of the main thread meanwhile, and the bytes shipped.
 */
import { measureStudent } from "../bench/student";
import { renderStudent } from "../bench/studentReport";

console.log(renderStudent(await measureStudent()));
