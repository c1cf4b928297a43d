/** The report of the tasks keeps the rows that were not measured again. */
import { expect, test } from "vitest";
import { type Known, renewedReport } from "./tasksReport";

const BEFORE = `
| task | no attention: EM | additive: EM | updates | AER  | general: EM | updates | AER  | dot: EM | updates | AER  |
| copy | 0.45             | 0.95         | 450     | 0.02 | 0.97        | 150     | 0.00 | 0.99    | 350     | 0.18 |
| task  | model       | EM   | updates | ms an update | seconds | AER  |
| dates | Transformer | 0.50 | never   | 90           |         | 0.99 |
`;

const FOUND = {
  reached: 250,
  milliseconds: 80,
  last: {
    examples: 256,
    exactMatch: 0.96,
    tokenAccuracy: 0.99,
    alignmentError: 0.07,
    entropy: null,
  },
};

const known: Known = ({ task, model }) =>
  task === "reverse" && model === "transformer" ? FOUND : null;

test("a row that was not measured stays as it was", () => {
  const report = renewedReport(BEFORE, known);
  expect(report).toContain("| copy | 0.45 | 0.95 | 450 | 0.02 |");
  expect(report).toContain("| dates | Transformer | 0.50 | never | 90 |  | 0.99 |");
  expect(report).toContain("| reverse | Transformer | 0.96 | 250 | 80 | 20 | 0.07 |");
});
