/** The output token of a step at the left edge of its row. In the map's grid it is the row's header. */
import type { ReactNode } from "react";
import type { DecoderStep } from "../../../engine/results/trace";
import { tokenBefore } from "../../../vis/facts/byHand";
import { saidProbability } from "../../../vis/facts/probability";
import type { Mark } from "../../../vis/facts/judgedTokens";
import { glyph, isSpecial } from "../../../vis/layout/labels";
import { labelSpan, type StageLayout } from "../../../vis/layout/stageLayout";
import type { RowLook } from "../shown";
import { ProbabilityLine } from "./ProbabilityLine";
import styles from "./RowLabel.module.css";
import { useRowName } from "./useRowName";

export interface RowLabelProps {
  readonly step: DecoderStep;
  /** The step without the student's edits. */
  readonly before: DecoderStep | null;
  /** The step of the trace that names describe. */
  readonly spoken: DecoderStep;
  readonly row: number;
  readonly mark: Mark;
  /** Whether the decode drew the token at a temperature other than 1; its probability then uses this temperature. */
  readonly tempered: boolean;
  readonly layout: StageLayout;
  readonly look: RowLook;
  /** Outside a grid the name includes the step. */
  readonly role?: "rowheader";
  readonly id?: string;
}

/**
 * The label in words. During training its probability changes rarely, like the names of the cells, so that a user can
 * listen. The output and its mark are always those on show.
 */
function useLabel(props: RowLabelProps): string {
  const { step, before, spoken, row, mark, tempered, look, role } = props;
  const name = useRowName();
  return name({
    row,
    chosen: step.chosen,
    probability: saidProbability(spoken.chosen.id === step.chosen.id ? spoken : step),
    mark,
    tempered,
    look,
    saidByHand: step.saidByHand,
    was: tokenBefore(step.chosen, before?.chosen),
    isInGrid: role !== undefined,
  });
}

/** Colour and a mark show right and wrong. Where the rail has no room for the output, a line shows its probability. */
export function RowLabel(props: RowLabelProps): ReactNode {
  const { step, before, row, mark, layout, look, role, id } = props;
  const label = useLabel(props);
  const span = labelSpan(layout);
  return (
    <span
      className={styles.label}
      role={role}
      data-live-tip="row"
      data-row={role ? row : undefined}
      data-step={row}
      data-look={look}
      data-mark={mark}
      data-hand={step.saidByHand || undefined}
      data-changed={tokenBefore(step.chosen, before?.chosen) ? true : undefined}
      data-special={isSpecial(step.chosen) || undefined}
      style={{ left: span.x, marginLeft: span.x, width: span.width, height: layout.pitch }}
    >
      <span id={id} className="visually-hidden">
        {label}
      </span>
      <span className={styles.text} aria-hidden="true">
        {glyph(step.chosen)}
      </span>
      {!layout.rail.said && (
        <ProbabilityLine probability={saidProbability(step)} className={styles.line} />
      )}
    </span>
  );
}
