/**
 * A beam search as a tree: one column per step, its continuations sorted by probability. Kept continuations stand
 * above pruned ones, so the cut of the beam is one line. Links connect each path to its continuations.
 */
import { linkHorizontal } from "d3-shape";
import type { TokenView } from "../../engine/text/tokens";
import type { BeamNode, DecodingTrace } from "../../engine/results/trace";

type Search = Pick<Extract<DecodingTrace, { kind: "beam" }>, "nodes" | "scored">;

export interface PlacedNode {
  readonly id: number; //   index in the search
  readonly node: BeamNode;
  readonly row: number; //  0 is the likeliest
  readonly before: readonly TokenView[]; // its path up to here, without <sos>
}

export interface BeamColumn {
  readonly step: number; // 0-based
  readonly nodes: readonly PlacedNode[];
  readonly kept: number; //   nodes that are not pruned; they come first
  readonly hidden: number; // pruned continuations that the trace does not list
}

/** The line from a node to its continuation. */
export interface BeamLink {
  readonly id: number; // of the continuation
  readonly path: string; // for SVG
  readonly isAnswer: boolean;
  readonly isPruned: boolean;
}

export interface BeamTree {
  readonly columns: readonly BeamColumn[];
  readonly links: readonly BeamLink[];
  readonly width: number; // in pixels
  readonly height: number;
}

/** Sizes in pixels. The root <sos> stands left of the first column. The foot of a column counts hidden nodes. */
export const BEAM = {
  root: 38,
  node: 106, // "100.0%" and "−12.34" side by side
  gapX: 28,
  box: 38,
  gapY: 8,
  cut: 12,
  head: 26,
  foot: 20,
} as const;

/** Left edge of a step's column. */
export function columnX(step: number): number {
  return BEAM.root + BEAM.gapX + step * (BEAM.node + BEAM.gapX);
}

/** Top edge of a row. The cut moves pruned rows down. */
export function rowTop(row: number, belowCut: boolean): number {
  return BEAM.head + row * (BEAM.box + BEAM.gapY) + (belowCut ? BEAM.cut : 0);
}

/** y of the line between the kept and the pruned paths of a step. */
export function cutTop(kept: number): number {
  return rowTop(kept, false) + (BEAM.cut - BEAM.gapY) / 2;
}

/** The tokens from the first one to this node, inclusive. */
function pathTo(nodes: readonly BeamNode[], id: number): TokenView[] {
  const tokens: TokenView[] = [];
  for (let at = id; at >= 0;) {
    const node = nodes[at];
    if (!node) throw new Error(`beam: no node ${at} among ${nodes.length}`);
    tokens.unshift(node.token);
    at = node.parent;
  }
  return tokens;
}

function isPruned({ fate }: BeamNode): boolean {
  return fate === "pruned";
}

/** Kept nodes first, then by probability. */
function byRank([, a]: readonly [number, BeamNode], [, b]: readonly [number, BeamNode]): number {
  return Number(isPruned(a)) - Number(isPruned(b)) || b.total - a.total;
}

/** One step's continuations. scored: how many the search compared */
function columnOf(nodes: readonly BeamNode[], step: number, scored: number): BeamColumn {
  const named = [...nodes.entries()].filter(([, node]) => node.step === step).toSorted(byRank);
  return {
    step,
    kept: named.filter(([, node]) => !isPruned(node)).length,
    hidden: scored - named.length,
    nodes: named.map(([id, node], row) => ({
      id,
      node,
      row,
      before: pathTo(nodes, id).slice(0, -1),
    })),
  };
}

type Point = readonly [x: number, y: number];

const curve = linkHorizontal<{ source: Point; target: Point }, Point>()
  .x(([x]) => x)
  .y(([, y]) => y);

function middle({ row, node }: PlacedNode): number {
  return rowTop(row, isPruned(node)) + BEAM.box / 2;
}

function linkTo(child: PlacedNode, parent: PlacedNode | undefined): BeamLink {
  const source: Point = parent
    ? [columnX(parent.node.step) + BEAM.node, middle(parent)]
    : [BEAM.root, rowTop(0, false) + BEAM.box / 2];
  const target: Point = [columnX(child.node.step), middle(child)];
  return {
    id: child.id,
    path: curve({ source, target }) ?? "",
    isAnswer: child.node.isAnswer,
    isPruned: isPruned(child.node),
  };
}

/** Places a search. The answer's links come last, so they lie on top. */
export function beamTree({ nodes, scored }: Search): BeamTree {
  const columns = scored.map((count, step) => columnOf(nodes, step, count));
  const placed = new Map(columns.flatMap((column) => column.nodes.map((each) => [each.id, each])));
  const links = [...placed.values()].map((each) => linkTo(each, placed.get(each.node.parent)));
  const rows = columns.reduce((most, column) => Math.max(most, column.nodes.length), 0);
  return {
    columns,
    links: links.toSorted((a, b) => Number(a.isAnswer) - Number(b.isAnswer)),
    width: columnX(columns.length) - BEAM.gapX,
    height: rowTop(rows, true) + BEAM.foot,
  };
}
