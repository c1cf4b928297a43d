/** The layout of a beam search: by step, likeliest first, the cut between kept and pruned. */
import { expect, test } from "vitest";
import type { BeamNode } from "../../engine/results/trace";
import { BEAM, beamTree, columnX, rowTop } from "./beamTree";
import { makeTrace } from "../testing/traces";

function node(text: string, parent: number, rest: Partial<BeamNode>): BeamNode {
  const token = { id: text.codePointAt(0) ?? 0, text };
  return { token, parent, step: 0, logProbability: -1, total: -1, fate: "kept", isAnswer: false, ...rest }; // prettier-ignore
}

/** Width 2: "a" is likelier in the first step, "b" wins. */
const SEARCH: readonly BeamNode[] = [
  node("a", -1, { total: -0.5 }),
  node("b", -1, { total: -0.9, isAnswer: true }),
  node("d", 0, { step: 1, total: -3, fate: "pruned" }),
  node("c", 1, { step: 1, total: -1, isAnswer: true, fate: "ended" }),
  node("e", 0, { step: 1, total: -2 }),
  node("f", 1, { step: 1, total: -4, fate: "pruned" }),
];

const SCORED = [30, 60]; // 30 tokens after <sos>, then 30 after each of both

function textsOf(tree: ReturnType<typeof beamTree>, step: number): string[] {
  return tree.columns[step]?.nodes.map((placed) => placed.node.token.text) ?? [];
}

function middle(row: number, belowCut = false): number {
  return rowTop(row, belowCut) + BEAM.box / 2;
}

test("each column sorts its continuations by probability, kept before pruned", () => {
  const tree = beamTree({ nodes: SEARCH, scored: SCORED });
  expect(textsOf(tree, 0)).toEqual(["a", "b"]);
  expect(textsOf(tree, 1)).toEqual(["c", "e", "d", "f"]);
  expect(tree.columns.map(({ kept }) => kept)).toEqual([2, 2]);
});

test("a node has the path before it", () => {
  const [first, second] = beamTree({ nodes: SEARCH, scored: SCORED }).columns;
  expect(first?.nodes[0]?.before).toEqual([]);
  expect(second?.nodes.map(({ before }) => before.map(({ text }) => text))).toEqual([
    ["b"],
    ["a"],
    ["a"],
    ["b"],
  ]);
});

test("each column counts the compared continuations without a node", () => {
  const [first, second] = beamTree({ nodes: SEARCH, scored: SCORED }).columns;
  expect(first?.hidden).toBe(30 - 2);
  expect(second?.hidden).toBe(60 - 4);
});

test("links run from the parent's right edge to the child's left edge, with the answer on top", () => {
  const tree = beamTree({ nodes: SEARCH, scored: SCORED });
  const ends = (id: number): number[] => {
    const numbers = tree.links.find((link) => link.id === id)?.path.match(/-?[\d.]+/g) ?? [];
    return [...numbers.slice(0, 2), ...numbers.slice(-2)].map(Number);
  };
  expect(ends(1)).toEqual([BEAM.root, middle(0), columnX(0), middle(1)]);
  expect(ends(3)).toEqual([columnX(0) + BEAM.node, middle(1), columnX(1), middle(0)]);
  expect(ends(2)).toEqual([columnX(0) + BEAM.node, middle(0), columnX(1), middle(2, true)]);
  expect(tree.links.slice(-2).map(({ id }) => id)).toEqual([1, 3]);
});

test("all boxes lie inside the tree, and boxes of a column do not touch", () => {
  const { decoding } = makeTrace({ decoding: "beam" });
  if (decoding.kind !== "beam") throw new Error(decoding.kind);
  const tree = beamTree(decoding);
  expect(tree.columns).toHaveLength(8);
  for (const { step, nodes } of tree.columns) {
    expect(columnX(step) + BEAM.node).toBeLessThanOrEqual(tree.width);
    const tops = nodes.map((placed) => rowTop(placed.row, placed.node.fate === "pruned"));
    tops.slice(1).forEach((top, i) => expect(top - (tops[i] ?? 0)).toBeGreaterThan(BEAM.box));
    expect(rowTop(nodes.length, true) + BEAM.foot).toBeLessThanOrEqual(tree.height);
  }
});

test("a missing parent throws an error that names the node", () => {
  expect(() => beamTree({ nodes: [node("a", 7, {})], scored: [30] })).toThrow(
    "beam: no node 7 among 1",
  );
});
