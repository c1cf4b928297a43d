/** Plays the opening film again, where the page has one and the student's system allows motion. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useReducedMotion } from "../useReducedMotion";

export function OpeningButton(): ReactNode {
  const { t } = useTranslation("lessons");
  const isMissing = useApp(({ film }) => film === "missing");
  const isReduced = useReducedMotion();
  if (isMissing || isReduced) return null;
  return (
    <Button look="link" onClick={student.playOpening}>
      {t("opening")}
    </Button>
  );
}
