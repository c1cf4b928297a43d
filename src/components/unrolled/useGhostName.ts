/** A part's name with what the student's edits did to it. */
import { useTranslation } from "react-i18next";

/** A function of the name, whether the part was set by hand, and what it was without the edits. */
export function useGhostName(): (name: string, isByHand: boolean, was: string | null) => string {
  const { t } = useTranslation("stage");
  return (name, isByHand, was) => {
    const whole = isByHand ? t("byHand", { name }) : name;
    return was === null ? whole : t("was", { name: whole, was });
  };
}
