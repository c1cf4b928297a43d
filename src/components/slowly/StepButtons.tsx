/** One stage back, or one on. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { stageAfter, type WalkStage } from "../../state/slices/walk";
import { Button } from "../primitives/Button";
import styles from "./Walk.module.css";

/** Walks through the next update from its first stage on. */
function walkOn(): void {
  student.walkUpdate();
  student.showWalkStage("batch");
}

export function StepButtons({ stage }: { readonly stage: WalkStage }): ReactNode {
  const { t } = useTranslation("slowly");
  const [before, after] = [stageAfter(stage, -1), stageAfter(stage, 1)];
  return (
    <div className={styles.steps}>
      <Button
        disabled={before === stage}
        aria-label={before === stage ? t("back") : t("backTo", { name: t(`names.${before}`) })}
        onClick={() => student.showWalkStage(before)}
      >
        {t("back")}
      </Button>
      {after === stage ? (
        <Button look="primary" onClick={walkOn}>
          {t("nextUpdate")}
        </Button>
      ) : (
        <Button
          look="primary"
          aria-label={t("nextTo", { name: t(`names.${after}`) })}
          onClick={() => student.showWalkStage(after)}
        >
          {t("next")}
        </Button>
      )}
    </div>
  );
}
