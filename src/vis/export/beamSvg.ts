/** A beam search as a tree: the considered continuations of each step, which of them were kept, and the path of the answer. */
import type { DecodingTrace } from "../../engine/results/trace";
import { signed } from "../format";
import {
  BEAM,
  type BeamColumn,
  type BeamLink,
  beamTree,
  columnX,
  cutTop,
  type PlacedNode,
  rowTop,
} from "../layout/beamTree";
import { glyph } from "../layout/labels";
import { keyPart, type Key } from "./charts/chartParts";
import type { About, Numbers } from "./figureText";
import { fitText } from "./fitText";
import type { Colors, Palette } from "./palette";
import { bordered, drawing, path, rect, type Rect, type Svg, text } from "./svg";

export interface BeamFigure {
  readonly beam: Extract<DecodingTrace, { kind: "beam" }>;
  readonly about: About;
  readonly numbers: Numbers;
  readonly palette: Palette;
  readonly root: string;
  /** The heading of a 0-based step. */
  readonly step: (step: number) => string;
  readonly hidden: (count: number) => string;
  readonly keys: Readonly<Record<"answer" | "kept" | "ended" | "pruned", string>>;
}

const SMALL = 11; // font size

export function beamSvg(figure: BeamFigure): Svg {
  const { beam, about, palette, root } = figure;
  const { colors } = palette;
  const tree = beamTree(beam);
  const keys = keyPart(colors, keysOf(figure), tree.height + 6, Math.max(tree.width, 400));
  const start = { x: 0, y: BEAM.head, width: BEAM.root, height: BEAM.box };
  return drawing(
    {
      ...about,
      ground: colors.surface,
      width: Math.max(tree.width, 400),
      height: tree.height + 6 + keys.height,
    },
    ...tree.links.map((link) => drawnLink(colors, link)),
    bordered(start, 1.3, { rx: 7, fill: colors.surface, stroke: colors.edge, ...DASHED }),
    text(root, {
      x: BEAM.root / 2,
      y: BEAM.head + BEAM.box / 2,
      size: 10.5,
      fill: colors.ink,
      anchor: "middle",
      isMono: true,
    }),
    ...tree.columns.map((column) => drawnColumn(figure, column)),
    keys.svg,
  );
}

const DASHED = { "stroke-dasharray": "3 2.5" } as const;

function drawnLink(colors: Colors, { path: d, isAnswer, isPruned }: BeamLink): Svg {
  if (isAnswer) return path(d, { stroke: colors.decoder, "stroke-width": 3 });
  const dashes = isPruned ? { "stroke-dasharray": "3 3", opacity: 0.7 } : {};
  return path(d, { stroke: colors.edge, "stroke-width": 1.2, ...dashes });
}

function drawnColumn(figure: BeamFigure, { step, nodes, kept, hidden }: BeamColumn): Svg {
  const { colors } = figure.palette;
  const [left, middle] = [columnX(step), columnX(step) + BEAM.node / 2];
  const label = { x: middle, fill: colors["ink-2"], anchor: "middle" } as const;
  const isCut = kept < nodes.length + hidden;
  return [
    text(figure.step(step), { ...label, y: 9, size: 11.5 }),
    ...nodes.map((placed) => drawnNode(figure, placed)),
    isCut ? path(`M${left} ${cutTop(kept)}h${BEAM.node}`, { stroke: colors.decoder, "stroke-width": 1.5, ...DASHED }) : "", // prettier-ignore
    hidden > 0
      ? text(figure.hidden(hidden), { ...label, y: rowTop(nodes.length, true) + 9, size: SMALL })
      : "",
  ].join("");
}

type Fate = PlacedNode["node"]["fate"];

/** The frame of a node: dashed where it was pruned, with a second line at the right where its path is complete. */
function frame(colors: Colors, box: Rect, fate: Fate, isAnswer: boolean): Svg {
  const stroke = isAnswer ? colors.decoder : colors.edge;
  const line = isAnswer ? 2 : 1.3;
  const grounds = { kept: "surface", ended: "surface", pruned: "raised" } as const;
  const fill = isAnswer ? colors["decoder-soft"] : colors[grounds[fate]];
  const dashes = fate === "pruned" && !isAnswer ? DASHED : {};
  const body = bordered(box, line, { rx: 7, fill, stroke, ...dashes });
  if (fate !== "ended") return body;
  const second = { x: box.x + box.width - 6, y: box.y + 1, width: 1.5, height: box.height - 2 };
  return body + rect(second, { fill: stroke });
}

function drawnNode({ palette, numbers }: BeamFigure, { node, row }: PlacedNode): Svg {
  const { colors } = palette;
  const { step, fate, isAnswer, token } = node;
  const isPruned = fate === "pruned";
  const box = {
    x: columnX(step),
    y: rowTop(row, isPruned),
    width: BEAM.node,
    height: BEAM.box,
  };
  const pad = fate === "ended" ? 9 : 7;
  const ink = isPruned ? colors["ink-2"] : colors.ink;
  const [upper, lower] = [box.y + 12, box.y + 27];
  return [
    frame(colors, box, fate, isAnswer),
    text(fitText(glyph(token), BEAM.node - 2 * pad, 13, true), { x: box.x + 7, y: upper, size: 13, fill: ink, weight: isPruned ? undefined : 600 }), // prettier-ignore
    text(numbers.percent(Math.exp(node.logProbability)), { x: box.x + 7, y: lower, size: SMALL, fill: colors["ink-2"] }), // prettier-ignore
    text(signed(node.total), { x: box.x + BEAM.node - pad, y: lower, size: SMALL, fill: ink, anchor: "end" }), // prettier-ignore
  ].join("");
}

function keysOf({ palette, keys }: BeamFigure): readonly Key[] {
  const sample = (fate: Fate, isAnswer: boolean) => (x: number, y: number) =>
    frame(palette.colors, { x: x + 2, y: y - 6, width: 16, height: 12 }, fate, isAnswer).replaceAll('rx="7"', 'rx="3"'); // prettier-ignore
  return [
    { label: keys.answer, sample: sample("kept", true) },
    { label: keys.kept, sample: sample("kept", false) },
    { label: keys.ended, sample: sample("ended", false) },
    { label: keys.pruned, sample: sample("pruned", false) },
  ];
}
