/** A setting with the value that a lane has, in words. */
import { useTranslation } from "../../i18n/useTranslation";
import type { LaneId } from "../../workers/protocol";
import { useValueText } from "../setup/useSetting";
import type { Difference } from "./useDifferences";

/** As in "Attention None". */
export function useDifferenceText(): (difference: Difference, lane: LaneId) => string {
  const { t } = useTranslation("setup");
  const valueOf = useValueText();
  return ({ field, values }, lane) =>
    `${t(`fields.${field}.label`)} ${valueOf(field, values[lane])}`;
}
