/** The source with the buttons beside it, and what the player does without a place on the page. */
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { isStopped, lacksPairs } from "../../state/slices/run";
import { Button } from "../primitives/Button";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { useLane } from "../useLane";
import { Icon } from "./icons";
import styles from "./Player.module.css";
import { SourceBox } from "./SourceBox";

const PlayerBehaviour = latePart(async () => (await import("./PlayerBehaviour")).PlayerBehaviour);

/** The page has one. */
export function SourceLine(): ReactNode {
  const { t } = useTranslation(["player", "pairs"]);
  const isAway = useLane(({ run }) => lacksPairs(run));
  const isDown = useLane(({ run }) => isStopped(run));
  return (
    <div className={styles.line}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <PlayerBehaviour />
        </Suspense>
      </ErrorBoundary>
      <SourceBox />
      <Button
        look="quiet"
        className={styles.another}
        data-print="off"
        title={isAway ? t("pairs:away.reason") : t("another")}
        aria-label={t("another")}
        disabled={isAway || isDown}
        onClick={student.nextExample}
      >
        <Icon name="another" />
      </Button>
    </div>
  );
}
