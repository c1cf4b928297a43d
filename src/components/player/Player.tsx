/** The upper part of the player: the source, and the output under it. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OutputLines } from "../output/OutputLines";
import { Button } from "../primitives/Button";
import { useReached } from "../useReached";
import { useShownStep } from "../useShownStep";
import { Announcement } from "./Announcement";
import { Icon } from "./icons";
import styles from "./Player.module.css";
import { SourceBox } from "./SourceBox";
import { usePlayback } from "./usePlayback";
import { student } from "../../state/actions/acts";

interface PlayerProps {
  /** Id for the text that says why the decoder has no truth as input. */
  readonly reasonId: string;
}

export function Player({ reasonId }: PlayerProps): ReactNode {
  const { t } = useTranslation("player");
  usePlayback();
  const shown = useShownStep();
  const reached = useReached();
  return (
    <div className={styles.player}>
      <div className={styles.line}>
        <SourceBox />
        <Button
          look="quiet"
          className={styles.another}
          title={t("another")}
          aria-label={t("another")}
          onClick={student.nextExample}
        >
          <Icon name="another" />
        </Button>
      </div>
      {shown && <Announcement {...shown} />}
      {shown && <OutputLines trace={shown.trace} index={reached} reasonId={reasonId} />}
    </div>
  );
}
