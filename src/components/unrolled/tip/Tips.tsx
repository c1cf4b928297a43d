/** The tooltips of the stage. They load after the first picture, which shows everything that they say more exactly. */
import { type ReactNode, type RefObject, useCallback } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { Trace } from "../../../engine/results/trace";
import { useMapMarks } from "../mapMarks";
import { isSetByHand, tokenBefore, untouchedStep, weightBefore } from "../../../vis/facts/byHand";
import { judge } from "../../../vis/facts/judgedTokens";
import { isTempered, saidProbability } from "../../../vis/facts/probability";
import { useFormat } from "../../primitives/useFormat";
import { useRowName } from "../rail/useRowName";
import type { RowLook } from "../shown";
import { useGhostName } from "../useGhostName";
import { useTokenName } from "../useTokenName";
import { Tip } from "./Tip";
import { type TextOf, useTip } from "./useTip";

export interface TipsProps {
  readonly area: RefObject<HTMLElement | null>;
  readonly trace: Trace;
}

export function Tips({ area, trace }: TipsProps): ReactNode {
  const textOfCell = useCellText(trace);
  const textOfRow = useRowText(trace);
  const textOf = useCallback<TextOf>(
    (part) => textOfCell(part) ?? textOfRow(part),
    [textOfCell, textOfRow],
  );
  return <Tip {...useTip(area, textOf)} />;
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

/** The tooltips that training changes: of the label of a row, and of the probability of its output. */
function useRowText(trace: Trace): TextOf {
  const { t } = useTranslation("stage");
  const format = useFormat();
  const name = useRowName();
  return useCallback(
    ({ dataset, role }: HTMLElement): string | null => {
      const row = Number(dataset["step"]);
      const step = trace.steps[row];
      const kind = dataset["liveTip"];
      if (kind === undefined || !step) return null;
      const probability = saidProbability(step);
      if (kind === "probability")
        return t("tip.probability", {
          step: row + 1,
          probability: format.percent(probability, 2),
        });
      return name({
        row,
        chosen: step.chosen,
        probability,
        mark: judge(trace)[row]?.mark ?? "open",
        tempered: isTempered(trace),
        look: dataset["look"] as RowLook,
        saidByHand: step.saidByHand,
        was: tokenBefore(step.chosen, untouchedStep(trace, row)?.chosen),
        isInGrid: role === "rowheader",
      });
    },
    [trace, t, format, name],
  );
}
