/** The boxes around tokens: the input of a step and its output. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DecoderStep, InputOrigin } from "../../../engine/results/trace";
import { spanEnd } from "../../../vis/layout/rail";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import { glyph, isSpecial } from "../../../vis/layout/labels";
import { saidProbability } from "../../../vis/facts/probability";
import type { Mark } from "../../../vis/facts/judgedTokens";
import { useFormat } from "../../primitives/useFormat";
import { ProbabilityLine } from "./ProbabilityLine";
import styles from "./TokenBox.module.css";
import { useTokenName } from "../useTokenName";

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const FED_KEYS = { sos: "fedSos", truth: "fedTruth", model: "fedModel" } as const satisfies Record<
  InputOrigin,
  string
>;

export interface FedTokenProps {
  readonly step: DecoderStep;
  readonly number: number; // 1-based
  readonly box: Box;
}

/** The input token of a step. Colour and shape of the box show its origin. */
export function FedToken({ step, number, box }: FedTokenProps): ReactNode {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const label = t(FED_KEYS[step.inputOrigin], { step: number, token: name(step.input) });
  return (
    <span
      className={styles.box}
      title={label}
      data-origin={step.inputOrigin}
      data-special={isSpecial(step.input) || undefined}
      style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
    >
      <span className="visually-hidden">{label}</span>
      <span className={styles.text} aria-hidden="true">
        {glyph(step.input)}
      </span>
    </span>
  );
}

const SAID_KEYS = {
  right: "saidRight",
  wrong: "saidWrong",
  open: "saidOpen",
} as const satisfies Record<Mark, string>;

export interface SaidTokenProps {
  readonly step: DecoderStep;
  readonly row: number;
  readonly mark: Mark;
  /** Whether the decode drew the token at a temperature other than 1; its probability then uses this temperature. */
  readonly tempered: boolean;
  readonly layout: StageLayout;
  readonly state: "past" | "current" | "future";
  /** In the map's grid the box is a row header; elsewhere its name includes the step. */
  readonly role?: "rowheader";
}

/**
 * The output token of a step, at the end of its row. Colour and a mark show right and wrong. In small cells a line
 * inside the box shows the probability.
 */
export function SaidToken(props: SaidTokenProps): ReactNode {
  const { step, row, mark, layout, state, role } = props;
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const format = useFormat();
  const probability = saidProbability(step);
  const percent = format.percent(probability);
  const said = t(SAID_KEYS[mark], {
    token: name(step.chosen),
    probability: props.tempered ? t("atOne", { probability: percent }) : percent,
  });
  const number = row + 1;
  const label =
    state === "future"
      ? t("saidFuture", { step: number })
      : role
        ? said
        : t("saidStep", { step: number, said });
  const { compact, pinned, rail } = layout;
  return (
    <span
      className={`${styles.box} ${styles.said}`}
      role={role}
      title={label}
      data-row={row}
      data-state={state}
      data-mark={mark}
      data-compact={compact || undefined}
      data-special={isSpecial(step.chosen) || undefined}
      style={{
        right: pinned ? layout.width - spanEnd(rail.said) : undefined,
        width: rail.said.width,
        height: rail.saidChip,
      }}
    >
      <span className="visually-hidden">{label}</span>
      <span className={styles.text} aria-hidden="true">
        {state === "future" ? "" : glyph(step.chosen)}
      </span>
      {compact && state !== "future" && (
        <ProbabilityLine probability={probability} className={styles.line} />
      )}
    </span>
  );
}
