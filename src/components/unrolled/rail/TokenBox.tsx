/** The boxes around the tokens of the rail: the input of a step and its output. */
import type { ReactNode } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Lit } from "../../../engine/results/operation";
import type { DecoderStep, InputOrigin } from "../../../engine/results/trace";
import { glyph, isSpecial } from "../../../vis/layout/labels";
import { tokenBefore } from "../../../vis/facts/byHand";
import { saidProbability } from "../../../vis/facts/probability";
import type { Mark } from "../../../vis/facts/judgedTokens";
import type { Box } from "../../../vis/layout/stageLayout";
import { PARTS, partAttributes } from "../parts";
import { ProbabilityLine } from "./ProbabilityLine";
import styles from "./TokenBox.module.css";
import { useGhostName } from "../useGhostName";
import { useTokenName } from "../useTokenName";

const FED_KEYS = {
  sos: "fedSos",
  truth: "fedTruth",
  model: "fedModel",
  hand: "fedHand",
} as const satisfies Record<InputOrigin, string>;

interface TokenProps {
  readonly step: DecoderStep;
  /** The step without the student's edits. */
  readonly before: DecoderStep | null;
  readonly row: number;
  readonly box: Box;
  /** The lit operation in the selected row; null in others. */
  readonly lit: Lit | null;
}

function boxStyle({ x, y, width, height }: Box) {
  return { left: x, top: y, width, height };
}

/** The input token of a step. Colour and shape of the box show its origin. */
export function FedToken({ step, before, row, box, lit }: TokenProps): ReactNode {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const ghost = useGhostName();
  const was = tokenBefore(step.input, before?.input);
  const now = t(FED_KEYS[step.inputOrigin], { step: row + 1, token: name(step.input) });
  const label = ghost(now, false, was && name(was)); // the origin says what was set by hand
  return (
    <span
      className={styles.box}
      data-step={row}
      data-tip={label}
      data-origin={step.inputOrigin}
      data-changed={was ? true : undefined}
      data-special={isSpecial(step.input) || undefined}
      {...partAttributes(PARTS.fed, lit)}
      style={boxStyle(box)}
    >
      <span className="visually-hidden">{label}</span>
      <span className={styles.text} aria-hidden="true">
        {glyph(step.input)}
      </span>
    </span>
  );
}

interface SaidChipProps extends TokenProps {
  readonly mark: Mark;
  /** Whether the box shows the probability as a line, because the rail has no bar. */
  readonly hasLine: boolean;
}

/** The output of a step at the end of its chain. Assistive technology reads the label at the left edge of the row. */
export function SaidChip(props: SaidChipProps): ReactNode {
  const { step, before, row, box, mark, lit, hasLine } = props;
  const was = tokenBefore(step.chosen, before?.chosen);
  return (
    <span
      className={`${styles.box} ${styles.said}`}
      data-step={row}
      data-mark={mark}
      data-hand={step.saidByHand || undefined}
      data-changed={was ? true : undefined}
      data-compact={hasLine || undefined}
      data-special={isSpecial(step.chosen) || undefined}
      {...partAttributes(PARTS.said, lit)}
      style={boxStyle(box)}
      aria-hidden="true"
    >
      <span className={styles.text}>{glyph(step.chosen)}</span>
      {hasLine && <ProbabilityLine probability={saidProbability(step)} className={styles.line} />}
    </span>
  );
}
