/** The upper part of the player: the source, and the output under it. */
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { OutputLines } from "../output/OutputLines";
import { Button } from "../primitives/Button";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { lacksPairs } from "../../state/slices/run";
import { useLane } from "../useLane";
import { useReached } from "../useReached";
import { useShownStep } from "../useShownStep";
import { Icon } from "./icons";
import styles from "./Player.module.css";
import { SourceBox } from "./SourceBox";
import { useReasonId } from "./useReasonId";
import { student } from "../../state/actions/acts";

const PlayerBehaviour = latePart(async () => (await import("./PlayerBehaviour")).PlayerBehaviour);

export function Player(): ReactNode {
  const { t } = useTranslation(["player", "pairs"]);
  const shown = useShownStep();
  const reasonId = useReasonId();
  const reached = useReached();
  const isAway = useLane(({ run }) => lacksPairs(run));
  return (
    <>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <PlayerBehaviour />
        </Suspense>
      </ErrorBoundary>
      <div className={styles.player}>
        <div className={styles.line}>
          <SourceBox />
          <Button
            look="quiet"
            className={styles.another}
            data-print="off"
            title={isAway ? t("pairs:away.reason") : t("another")}
            aria-label={t("another")}
            disabled={isAway}
            onClick={student.nextExample}
          >
            <Icon name="another" />
          </Button>
        </div>
        {shown && <OutputLines trace={shown.trace} index={reached} reasonId={reasonId} />}
      </div>
    </>
  );
}
