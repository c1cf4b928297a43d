/* oxlint-disable jsx-a11y/prefer-tag-over-role -- an ARIA grid whose cells the layout places; table elements would fight it */
/** The attention map inside the corner: an ARIA grid whose selected cell is the selected pair (step, column). */
import { type ReactNode, useCallback } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Lit } from "../../../engine/results/operation";
import type { Trace } from "../../../engine/results/trace";
import { alignedColumns } from "../../../vis/facts/aligned";
import { isHiddenByHand, isSetByHand, untouchedStep } from "../../../vis/facts/byHand";
import { isTempered } from "../../../vis/facts/probability";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import { judge } from "../../../vis/facts/judgedTokens";
import styles from "./AttentionMap.module.css";
import { MapRow } from "./MapRow";
import { SourceToken } from "../SourceToken";
import { OutputHeading } from "../rail/RailHeadings";
import { TokenLane } from "../scroll/TokenLane";
import { useGridKeys } from "./useGridKeys";
import { rowLook, type OnSelect } from "../shown";
import { useMapMarks } from "../mapMarks";
import { useScales } from "../tile/useScales";
import { useSpokenTrace } from "../useSpokenTrace";

export interface AttentionMapProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly index: number;
  /** The last step of the answer so far, 0-based. */
  readonly reached: number;
  readonly column: number | null;
  readonly lit: Lit | null;
  /** Whether the trace is replaced several times a second; accessible names then change rarely. */
  readonly isTraining: boolean;
  readonly onSelect: OnSelect;
}

export function AttentionMap(props: AttentionMapProps): ReactNode {
  const { layout, trace, index, column } = props;
  const { t } = useTranslation("stage");
  const scales = useScales();
  const judged = judge(trace);
  const spoken = useSpokenTrace(trace, props.isTraining);
  const size = { rows: trace.steps.length, columns: trace.source.length };
  const { onPick } = useMapMarks();
  const { header, ...keys } = useGridKeys(size, onPick ?? props.onSelect);
  return (
    <div
      {...keys}
      role="grid"
      data-place="map"
      aria-label={t("grid")}
      className={styles.grid}
      data-compact={layout.compact || undefined}
      tabIndex={-1}
    >
      <SourceRow {...props} source={spoken.source} header={header} />
      {trace.steps.map((step, row) => (
        <MapRow
          key={row}
          layout={layout}
          row={row}
          step={step}
          before={untouchedStep(trace, row)}
          isByHand={isSetByHand(trace, "look", row)}
          spoken={spoken.steps[row] ?? step}
          spokenBefore={untouchedStep(spoken, row)}
          weights={step.attention?.weights ?? NO_WEIGHTS}
          source={spoken.source}
          gold={alignedColumns(trace, row)}
          mark={judged[row]?.mark ?? "open"}
          tempered={isTempered(trace)}
          scales={scales}
          look={rowLook(row, index, props.reached)}
          lit={row === index ? props.lit : null}
          selected={row === index ? column : null}
          stop={header === null}
        />
      ))}
    </div>
  );
}

interface SourceRowProps extends AttentionMapProps {
  /** The tokens of the trace, in an array that stays the same while training replaces the trace. */
  readonly source: Trace["source"];
  /** The column whose header is the grid's tab stop; null: none. */
  readonly header: number | null;
}

/** The source tokens over their columns. */
function SourceRow({ source, header, ...props }: SourceRowProps): ReactNode {
  const { layout, trace, index, column, onSelect } = props;
  const { t } = useTranslation("stage");
  const choose = useCallback((s: number) => onSelect(index, s), [onSelect, index]);
  return (
    <div role="row" aria-label={t("sourceTokens")}>
      <OutputHeading layout={layout} role="columnheader" />
      <TokenLane layout={layout}>
        {source.map((token, s) => (
          <SourceToken
            key={s}
            layout={layout}
            token={token}
            column={s}
            current={s === column}
            masked={isHiddenByHand(trace, s)}
            onChoose={choose}
            role="columnheader"
            tabIndex={s === header ? 0 : -1}
          />
        ))}
      </TokenLane>
    </div>
  );
}

const NO_WEIGHTS = new Float32Array();
