/** Prints the counts of the last `npm test` on one line, the last line of .ci/run. */
import { countAll, describeCount } from "./reports.mjs";

const count = countAll();
console.log(describeCount(count));
process.exitCode = count.failed === 0 ? 0 : 1;
