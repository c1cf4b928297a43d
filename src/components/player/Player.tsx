/** The upper part of the player: the source, and the output under it. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { OutputLines } from "../output/OutputLines";
import { Button } from "../primitives/Button";
import { lacksPairs } from "../../state/slices/run";
import { useLane } from "../useLane";
import { useReached } from "../useReached";
import { useShownStep } from "../useShownStep";
import { Announcement } from "./Announcement";
import { Icon } from "./icons";
import styles from "./Player.module.css";
import { usePageKeys } from "./pageKeys";
import { SourceBox } from "./SourceBox";
import { usePlayback } from "./usePlayback";
import { useReasonId } from "./useReasonId";
import { student } from "../../state/actions/acts";

export function Player(): ReactNode {
  const { t } = useTranslation(["player", "pairs"]);
  usePlayback();
  usePageKeys();
  const shown = useShownStep();
  const reasonId = useReasonId();
  const reached = useReached();
  const isAway = useLane(({ run }) => lacksPairs(run));
  return (
    <>
      {shown && <Announcement {...shown} />}
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
