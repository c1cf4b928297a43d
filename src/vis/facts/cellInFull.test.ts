/** The numbers of a written-out cell agree with each other and with the trace. */
import { expect, test } from "vitest";
import { makeTransformerTrace } from "../testing/transformerTrace";
import type { HeadTrace } from "../../engine/results/trace";
import { cellInFull, contextOf, contextTerms } from "./cellInFull";
import { headsAt, rowOf } from "./heads";
import { lookOf } from "./scaling";

function someHead(): HeadTrace {
  const [head] = headsAt(makeTransformerTrace(), null);
  if (!head) throw new Error("expected a head");
  return head;
}

test("the terms sum to q·k, and the powers to a softmax that is the trace's", () => {
  const head = someHead();
  const look = lookOf(head, 1, true);
  const { data } = head.weights;
  const cells = [0, 1, 2].map((position) => cellInFull(head, 1, position, look));
  const { columns } = head.scores;
  for (const [position, { terms, product, score, size, weight }] of cells.entries()) {
    expect(terms.reduce((sum, term) => sum + term.query * term.key, 0)).toBeCloseTo(product);
    expect(score).toBeCloseTo(product / Math.sqrt(size));
    expect(weight).toBeCloseTo(data[columns + position] ?? 0);
  }
});

test("without the division, all of a cell and the context follow from the same scores", () => {
  const head = someHead();
  const look = lookOf(head, 1, false);
  const { score, product, weight, largest, total } = cellInFull(head, 1, 0, look);
  expect([score, weight]).toEqual([product, look.weights[0]]);
  expect(weight).toBeCloseTo(Math.exp(product - largest) / total);
  expect(weight).not.toBeCloseTo(rowOf(head.weights, 1)[0] ?? 0, 1);
  const [first] = contextOf(head, look);
  const terms = contextTerms(head, look, 0);
  expect(terms.map((term) => term.weight)).toEqual(look.weights);
  expect(terms.reduce((sum, term) => sum + term.product, 0)).toBeCloseTo(first ?? Number.NaN);
});

test("a number of the context is the sum of its terms over all source tokens", () => {
  const head = someHead();
  const terms = contextTerms(head, lookOf(head, 0, true), 2);
  expect(terms).toHaveLength(head.values.rows);
  expect(terms.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(1); // all values are 1
});
