/** The tooltips of the stage. They load after the first picture, which shows everything that they say more exactly. */
import { type ReactNode, type RefObject, useCallback } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Trace } from "../../../engine/results/trace";
import { useMapMarks } from "../mapMarks";
import { isSetByHand, untouchedStep, weightBefore } from "../../../vis/facts/byHand";
import { useGhostName } from "../useGhostName";
import { useTokenName } from "../useTokenName";
import { Tip } from "./Tip";
import { type TextOf, useTip } from "./useTip";

export interface TipsProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly trace: Trace;
}

export function Tips({ area, trace }: TipsProps): ReactNode {
  return <Tip {...useTip(area, useCellText(trace))} />;
}

/** The tooltip of a cell: its weight with four digits, from the trace on show. */
function useCellText(trace: Trace): TextOf {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const ghost = useGhostName();
  const { hiddenFrom } = useMapMarks();
  return useCallback(
    (part: HTMLElement): string | null => {
      const { row, column } = part.dataset;
      const step = trace.steps[Number(row)];
      const source = trace.source[Number(column)];
      const weight = step?.attention?.weights[Number(column)];
      if (part.role !== "gridcell" || !step || !source || weight === undefined) return null;
      if (Number(row) >= hiddenFrom) return null;
      const now = t("tip.cell", {
        step: Number(row) + 1,
        output: name(step.chosen),
        source: name(source),
        weight: weight.toFixed(4),
      });
      const was = weightBefore(step, untouchedStep(trace, Number(row)), Number(column));
      return ghost(now, isSetByHand(trace, "look", Number(row)), was?.toFixed(4) ?? null);
    },
    [trace, t, name, ghost, hiddenFrom],
  );
}
