/** What an operation does, in one sentence. */
import { useTranslation } from "react-i18next";
import type { Op } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";

export function usePurpose(): (trace: Trace, op: Op) => string {
  const { t } = useTranslation("inspector");
  return ({ shape }, op) => {
    if (op === "embed" && shape.tokenInput === "onehot") return t("purpose.onehot");
    return op === "cell" ? t(`purpose.cell.${shape.cell}`) : t(`purpose.${op}`);
  };
}
