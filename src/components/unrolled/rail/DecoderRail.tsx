/** The decoder along the right edge: the input, the state and the output of each step. */
import { memo, type ReactNode, useCallback, useMemo } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Lit } from "../../../engine/results/operation";
import { hasAttentionalState } from "../../../engine/setup/modelShape";
import type { DecoderStep, Trace } from "../../../engine/results/trace";
import type { TokenView } from "../../../engine/text/tokens";
import { judge, type Mark } from "../../../vis/facts/judgedTokens";
import { isSetByHand, tokenBefore, untouchedStep } from "../../../vis/facts/byHand";
import { saidProbability } from "../../../vis/facts/probability";
import { glyph } from "../../../vis/layout/labels";
import { spanEnd } from "../../../vis/layout/rail";
import { fedBox, saidBox } from "../../../vis/layout/stageBoxes";
import { rowY, type StageLayout } from "../../../vis/layout/stageLayout";
import type { Subject } from "../../../engine/results/subject";
import { vectorOf } from "../../../engine/results/vectors";
import { isSplit } from "../../../vis/facts/subject";
import { PARTS, partAttributes } from "../parts";
import styles from "./DecoderRail.module.css";
import { ProbabilityLine } from "./ProbabilityLine";
import { type RailTile, railTiles } from "./railTiles";
import { StateTile } from "../tile/StateTile";
import { type DrawnVector, TileSheet, type TileSheetProps } from "../tile/TileSheet";
import { FedToken, SaidChip } from "./TokenBox";
import { rowLook, type OnSelect, type RowLook } from "../shown";
import { useSubjectName } from "../useSubjectName";

interface RailRowProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly step: DecoderStep;
  readonly row: number;
  readonly mark: Mark;
  readonly look: RowLook;
  readonly tiles: readonly RailTile[];
  /** The lit operation in the selected row; null in others. */
  readonly lit: Lit | null;
  readonly onSelect: OnSelect;
}

const RailRow = memo(function RailRow(props: RailRowProps): ReactNode {
  const { layout, trace, step, row, look, lit } = props;
  const before = untouchedStep(trace, row);
  const { rail } = layout;
  return (
    <div className={styles.row} data-look={look}>
      <RowTiles {...props} />
      <FedToken step={step} before={before} row={row} lit={lit} box={fedBox(layout, row)} />
      {rail.said && (
        <SaidChip
          step={step}
          before={before}
          row={row}
          mark={props.mark}
          lit={lit}
          box={saidBox(layout, row, rail.said)}
          hasLine={rail.bar === null}
        />
      )}
      <ProbabilityBar
        layout={layout}
        row={row}
        probability={saidProbability(step)}
        was={tokenBefore(step.chosen, before?.chosen)}
        lit={lit}
      />
    </div>
  );
});

/** The edits that empty what a tile shows, or what enters it. */
const EDITS: Readonly<Partial<Record<Subject["kind"], "emptyContext" | "emptyState">>> = {
  context: "emptyContext",
  state: "emptyState",
};

/** The frames of the vectors of a step, over the pictures of the sheet. */
function RowTiles({ tiles, ...props }: RailRowProps): ReactNode {
  const { layout, trace, row, look, lit, onSelect } = props;
  const { t } = useTranslation("stage");
  const name = useSubjectName(trace);
  const choose = useCallback(() => onSelect(row, null), [onSelect, row]); // a tile belongs to its row
  return tiles.map(({ subject, ops, picture }) => {
    if (!vectorOf(trace, subject)) return null;
    const edit = EDITS[subject.kind];
    const isByHand = edit !== undefined && isSetByHand(trace, edit, row);
    return (
      <StateTile
        key={subject.kind}
        subject={subject}
        split={isSplit(trace, subject)}
        owner={subject.kind === "context" ? "attention" : "decoder"}
        label={isByHand ? t(`byHandTile.${edit}`, { name: name(subject) }) : name(subject)}
        byHand={isByHand ? edit : undefined}
        picture={picture}
        box={layout.pitch}
        current={look === "current"}
        ops={ops}
        lit={lit}
        tabIndex={look === "current" ? 0 : -1}
        onChoose={choose}
      />
    );
  });
}

interface ProbabilityBarProps {
  readonly layout: StageLayout;
  readonly row: number;
  readonly probability: number;
  /** The token without the student's edits; null where it is the same. */
  readonly was: TokenView | null;
  readonly lit: Lit | null;
}

/** The probability of the output, beside it. Without space for a bar, the box of the output shows it. */
function ProbabilityBar({ layout, row, probability, was, lit }: ProbabilityBarProps): ReactNode {
  const { rail, pitch } = layout;
  if (!rail.bar) return null;
  return (
    <span
      className={styles.lane}
      data-step={row}
      data-live-tip="probability"
      {...partAttributes(PARTS.said, lit)}
      style={{ left: rail.bar.x, top: rowY(layout, row), width: rail.bar.width, height: pitch }}
      aria-hidden="true"
    >
      <ProbabilityLine probability={probability} className={styles.beside} />
      {was && <s className={styles.was}>{glyph(was)}</s>}
    </span>
  );
}

export interface DecoderRailProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly index: number;
  /** The last step of the answer so far, 0-based. */
  readonly reached: number;
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  readonly lit: Lit | null;
  readonly onSelect: OnSelect;
}

export function DecoderRail(props: DecoderRailProps): ReactNode {
  const { layout, trace, index, reached, layer, lit, onSelect } = props;
  const judged = judge(trace);
  // In Bahdanau timing the state of the row above is the query.
  const litRow = lit === "query" && !hasAttentionalState(trace.shape) ? index - 1 : index;
  const { length: rows } = trace.steps;
  const tiles = useMemo(
    () => Array.from({ length: rows }, (_, row) => railTiles(layout, row, layer)),
    [layout, rows, layer],
  );
  const pictures = useMemo(
    () => tiles.flat().flatMap((tile) => pictureIn(trace, tile)),
    [tiles, trace],
  );
  return (
    <>
      <TileSheet area={tilesArea(layout, rows)} pictures={pictures} />
      {trace.steps.map((step, row) => (
        <RailRow
          key={row}
          layout={layout}
          trace={trace}
          step={step}
          row={row}
          mark={judged[row]?.mark ?? "open"}
          look={rowLook(row, index, reached)}
          tiles={tiles[row] ?? []}
          lit={row === litRow ? lit : null}
          onSelect={onSelect}
        />
      ))}
    </>
  );
}

/** The picture of a tile; none where the trace has no such vector. */
function pictureIn(trace: Trace, { subject, picture }: RailTile): readonly DrawnVector[] {
  const vector = vectorOf(trace, subject);
  return vector ? [{ picture, vector, split: isSplit(trace, subject) }] : [];
}

/** Around the tiles of all rows. */
function tilesArea({ map, rail, pitch }: StageLayout, rows: number): TileSheetProps["area"] {
  const last = rail.combined ?? rail.state;
  const { x } = rail.context ?? rail.state;
  return { x, y: map.y, width: spanEnd(last) - x, height: rows * pitch };
}
