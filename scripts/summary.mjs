/** Prints the numbers of the last `npm test` on one line, the last line that .ci/run shows. */
import { countAll } from "./reports.mjs";

const { passed, failed } = countAll();
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
