/** The name of a button that opens the menu of a pair. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Shown } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";

export function usePairName(): (shown: Pick<Shown, "trace" | "index" | "column">) => string {
  const { t } = useTranslation("edits");
  const name = useTokenName();
  return ({ trace, index, column }) => {
    const token = column === null ? undefined : trace.source[column];
    return token
      ? t("editCell", { step: index + 1, source: name(token) })
      : t("editStep", { step: index + 1 });
  };
}
