/** The boxes around the tokens of the rail: the input of a step and its output. */
import type { ReactNode } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Lit } from "../../../engine/results/operation";
import type { DecoderStep, InputOrigin } from "../../../engine/results/trace";
import { glyph, isSpecial } from "../../../vis/layout/labels";
import { saidProbability } from "../../../vis/facts/probability";
import type { Mark } from "../../../vis/facts/judgedTokens";
import type { Box } from "../../../vis/layout/stageLayout";
import { PARTS, partAttributes } from "../parts";
import { ProbabilityLine } from "./ProbabilityLine";
import styles from "./TokenBox.module.css";
import { useTokenName } from "../useTokenName";

const FED_KEYS = {
  sos: "fedSos",
  truth: "fedTruth",
  model: "fedModel",
  hand: "fedHand",
} as const satisfies Record<InputOrigin, string>;

interface TokenProps {
  readonly step: DecoderStep;
  readonly row: number;
  readonly box: Box;
  /** The lit operation in the selected row; null in others. */
  readonly lit: Lit | null;
}

function boxStyle({ x, y, width, height }: Box) {
  return { left: x, top: y, width, height };
}

/** The input token of a step. Colour and shape of the box show its origin. */
export function FedToken({ step, row, box, lit }: TokenProps): ReactNode {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const label = t(FED_KEYS[step.inputOrigin], { step: row + 1, token: name(step.input) });
  return (
    <span
      className={styles.box}
      data-step={row}
      data-tip={label}
      data-origin={step.inputOrigin}
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
export function SaidChip({ step, row, box, mark, lit, hasLine }: SaidChipProps): ReactNode {
  return (
    <span
      className={`${styles.box} ${styles.said}`}
      data-step={row}
      data-mark={mark}
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
