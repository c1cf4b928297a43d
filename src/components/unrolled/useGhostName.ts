/** A part's name with what the student's edits did to it. */
import { useCallback } from "react";
import { useTranslation } from "../../i18n/useTranslation";

type GhostName = (name: string, isByHand: boolean, was: string | null) => string;

/** A function of the name, whether the part was set by hand, and what it was without the edits; the same until the language changes. */
export function useGhostName(): GhostName {
  const { t } = useTranslation("stage");
  return useCallback<GhostName>(
    (name, isByHand, was) => {
      const whole = isByHand ? t("byHand", { name }) : name;
      return was === null ? whole : t("was", { name: whole, was });
    },
    [t],
  );
}
