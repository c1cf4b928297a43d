/**
 * A beam search as columns, one a step: its continuations from the likeliest path down, the kept ones above the pruned
 * ones, so that the cut of the beam is a line. Links lead from each path to what continues it.
 */
import { linkHorizontal } from "d3-shape";
import type { TokenView } from "../../engine/text/tokens";
import type { BeamNode, DecodingTrace } from "../../engine/results/trace";

type Search = Pick<Extract<DecodingTrace, { kind: "beam" }>, "nodes" | "scored">;

export interface PlacedNode {
  readonly id: number; //   index in the search
  readonly node: BeamNode;
  readonly row: number; //  0 is the likeliest
  readonly before: readonly TokenView[]; // the path that it continues, without <sos>
}

export interface BeamColumn {
  readonly step: number; // 0-based
  readonly nodes: readonly PlacedNode[];
  readonly kept: number; //   how many of them are not pruned: they come first
  readonly hidden: number; // pruned ones that the search does not name
}

/** From a path's last token to its next one, in pixels. */
export interface BeamLink {
  readonly id: number; // of the node that it leads to
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

/** Sizes in pixels. The root <sos> stands left of the first column; what is left out is counted at a column's foot. */
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

/** Upper edge of a row; the pruned ones stand lower, below the cut. */
export function rowTop(row: number, belowCut: boolean): number {
  return BEAM.head + row * (BEAM.box + BEAM.gapY) + (belowCut ? BEAM.cut : 0);
}

/** Path of a search from its first token to this node, both included. */
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

/** Kept before pruned, likelier before less likely. */
function byRank([, a]: readonly [number, BeamNode], [, b]: readonly [number, BeamNode]): number {
  return Number(isPruned(a)) - Number(isPruned(b)) || b.total - a.total;
}

/** One step's continuations. scored: how many were compared */
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

/** Places a search. The links of the answer come last, so that they lie on top. */
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
