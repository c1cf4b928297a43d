/** The player: the source, the steps, and the output. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { OutputLines } from "../output/OutputLines";
import { Button } from "../primitives/Button";
import { useShownStep } from "../useShownStep";
import { Announcement } from "./Announcement";
import { DecodingChoice } from "./DecodingChoice";
import { ForcingSwitch } from "./ForcingSwitch";
import { Icon } from "./icons";
import styles from "./Player.module.css";
import { usePageKeys } from "./pageKeys";
import { SourceBox } from "./SourceBox";
import { Speed, Transport } from "./Transport";
import { usePlayback } from "./usePlayback";
import { student } from "../../state/actions/acts";

export function Player(): ReactNode {
  const { t } = useTranslation("player");
  const reasonId = useId();
  usePlayback();
  usePageKeys();
  const shown = useShownStep();
  return (
    <div className={styles.player}>
      <div className={styles.line}>
        <SourceBox />
        <Button
          look="quiet"
          className={styles.another}
          title={t("another")}
          onClick={student.nextExample}
        >
          <Icon name="another" />
          <span>{t("another")}</span>
        </Button>
      </div>
      <div className={styles.line}>
        <Transport />
        <Speed />
        <ForcingSwitch reasonId={reasonId} />
      </div>
      <DecodingChoice />
      {shown && <Announcement {...shown} />}
      {shown && <OutputLines trace={shown.trace} index={shown.index} reasonId={reasonId} />}
    </div>
  );
}
