/** The tiles in the row of a step: context, state, and the combined state of Luong timing. */
import type { Lit } from "../../../engine/results/operation";
import type { Subject } from "../../../engine/results/subject";
import { railSquare, type Square } from "../../../vis/layout/stageBoxes";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import { PARTS } from "../parts";

export interface RailTile {
  readonly subject: Subject;
  readonly ops: readonly Lit[];
  readonly picture: Square;
}

/** @param layer the layer of the state, 0-based */
export function railTiles(layout: StageLayout, row: number, layer: number): readonly RailTile[] {
  const { rail } = layout;
  const tiles = [
    { span: rail.context, subject: { kind: "context", step: row }, ops: PARTS.context },
    { span: rail.state, subject: { kind: "state", step: row, layer }, ops: PARTS.state },
    { span: rail.combined, subject: { kind: "combined", step: row }, ops: PARTS.combined },
  ] as const;
  return tiles.flatMap(({ span, ...rest }) =>
    span ? [{ ...rest, picture: railSquare(layout, row, span) }] : [],
  );
}
