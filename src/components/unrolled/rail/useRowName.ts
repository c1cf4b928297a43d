/** The label of a row in words: its output, whether that is right, and its probability. */
import { useCallback } from "react";
import { useTranslation } from "../../../i18n/useTranslation";
import type { TokenView } from "../../../engine/text/tokens";
import type { Mark } from "../../../vis/facts/judgedTokens";
import { useFormat } from "../../primitives/useFormat";
import type { RowLook } from "../shown";
import { useGhostName } from "../useGhostName";
import { useTokenName } from "../useTokenName";

const SAID_KEYS = {
  right: "saidRight",
  wrong: "saidWrong",
  open: "saidOpen",
} as const satisfies Record<Mark, string>;

export interface NamedRow {
  readonly row: number;
  readonly chosen: TokenView;
  readonly probability: number;
  readonly mark: Mark;
  /** Whether the decode drew the token at a temperature other than 1; its probability then uses this temperature. */
  readonly tempered: boolean;
  readonly look: RowLook;
  readonly saidByHand: boolean;
  /** The token without the student's edits; null where it is the same. */
  readonly was: TokenView | null;
  /** Outside a grid the name includes the step. */
  readonly isInGrid: boolean;
}

/** A function from a row to its label; the same until the language changes. */
export function useRowName(): (row: NamedRow) => string {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const format = useFormat();
  const ghost = useGhostName();
  return useCallback(
    ({ row, chosen, probability, mark, tempered, look, saidByHand, was, isInGrid }) => {
      const percent = format.percent(probability);
      const now = t(SAID_KEYS[mark], {
        token: name(chosen),
        probability: tempered ? t("atOne", { probability: percent }) : percent,
      });
      const said = ghost(now, saidByHand, was && name(was));
      const whole = isInGrid ? said : t("saidStep", { step: row + 1, said });
      return look === "unreached" ? t("saidUnreached", { said: whole }) : whole;
    },
    [t, name, format, ghost],
  );
}
