/**
 * `npm run measure`: what a student waits for, on this machine, in the built page. It reports and judges nothing.
 * First map of each task from navigation with an empty cache, median of five; training from the click on Train to the first
 * evaluation of at least 0.95 exact match, what the main thread did meanwhile, and the bytes shipped.
 */
import { measureStudent } from "../bench/student";
import { renderStudent } from "../bench/studentReport";

console.log(renderStudent(await measureStudent()));
