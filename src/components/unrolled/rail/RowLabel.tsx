/** The output token of a step at the left edge of its row. In the map's grid it is the row's header. */
import type { ReactNode } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { DecoderStep } from "../../../engine/results/trace";
import { tokenBefore } from "../../../vis/facts/byHand";
import { saidProbability } from "../../../vis/facts/probability";
import type { Mark } from "../../../vis/facts/judgedTokens";
import { glyph, isSpecial } from "../../../vis/layout/labels";
import { labelSpan, type StageLayout } from "../../../vis/layout/stageLayout";
import { useFormat } from "../../primitives/useFormat";
import type { RowLook } from "../shown";
import { ProbabilityLine } from "./ProbabilityLine";
import styles from "./RowLabel.module.css";
import { useGhostName } from "../useGhostName";
import { useTokenName } from "../useTokenName";

const SAID_KEYS = {
  right: "saidRight",
  wrong: "saidWrong",
  open: "saidOpen",
} as const satisfies Record<Mark, string>;

export interface RowLabelProps {
  readonly step: DecoderStep;
  /** The step without the student's edits. */
  readonly before: DecoderStep | null;
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

/** The label in words. */
function useLabel(props: RowLabelProps): string {
  const { step, before, row, mark, tempered, look, role } = props;
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const format = useFormat();
  const ghost = useGhostName();
  const was = tokenBefore(step.chosen, before?.chosen);
  const percent = format.percent(saidProbability(step));
  const now = t(SAID_KEYS[mark], {
    token: name(step.chosen),
    probability: tempered ? t("atOne", { probability: percent }) : percent,
  });
  const said = ghost(now, step.saidByHand, was && name(was));
  const whole = role ? said : t("saidStep", { step: row + 1, said });
  return look === "unreached" ? t("saidUnreached", { said: whole }) : whole;
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
      data-tip={label}
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
