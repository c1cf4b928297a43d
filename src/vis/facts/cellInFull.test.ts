/** The numbers of a written-out cell agree with each other and with the trace. */
import { expect, test } from "vitest";
import { makeTransformerTrace } from "../testing/transformerTrace";
import { cellInFull, contextOf, contextTerms } from "./cellInFull";
import { headsAt } from "./heads";
import { lookOf } from "./scaling";

test("the terms sum to q·k, and the powers to a softmax that is the trace's", () => {
  const [head] = headsAt(makeTransformerTrace(), null);
  if (!head) throw new Error("expected a head");
  const { data } = head.weights;
  const cells = [0, 1, 2].map((position) => cellInFull(head, { step: 1, position, scales: true }));
  const { columns } = head.scores;
  for (const [position, { terms, product, score, size, weight }] of cells.entries()) {
    expect(terms.reduce((sum, term) => sum + term.query * term.key, 0)).toBeCloseTo(product);
    expect(score).toBeCloseTo(product / Math.sqrt(size));
    expect(weight).toBeCloseTo(data[columns + position] ?? 0);
  }
});

test("without the division the score is q·k itself, and the weight is that of the look", () => {
  const [head] = headsAt(makeTransformerTrace(), null);
  if (!head) throw new Error("expected a head");
  const cell = cellInFull(head, { step: 1, position: 0, scales: false });
  expect(cell.score).toBeCloseTo(cell.product);
  expect(cell.weight).toBeCloseTo(lookOf(head, 1, false).weights[0] ?? 0);
});

test("a number of the context is the sum of its terms over all source tokens", () => {
  const [head] = headsAt(makeTransformerTrace(), null);
  if (!head) throw new Error("expected a head");
  const terms = contextTerms(head, lookOf(head, 0, true).weights, 2);
  expect(terms).toHaveLength(head.values.rows);
  const whole = lookOf(head, 1, false).weights;
  const third = contextTerms(head, whole, 2).reduce((sum, { product }) => sum + product, 0);
  expect(contextOf(head, whole)[2]).toBeCloseTo(third);
  expect(terms.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(1); // all values are 1
});
