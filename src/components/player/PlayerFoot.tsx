/** The lower part of the player, under the picture: the steps, what the decoder is fed, how it decodes, and the legend. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { Pop } from "../primitives/Pop";
import { Legend, WeightScale } from "../unrolled/Legend";
import { useLane } from "../useLane";
import { DecodingChoice } from "./DecodingChoice";
import { ForcingSwitch } from "./ForcingSwitch";
import styles from "./Player.module.css";
import { Speed, Transport } from "./Transport";
import { useReasonId } from "./useReasonId";

export function PlayerFoot(): ReactNode {
  const { t } = useTranslation("player");
  const trace = useLane((lane) => lane.run.trace);
  return (
    <div className={styles.foot} data-print="off">
      <Transport />
      <ForcingSwitch reasonId={useReasonId()} />
      <span className={styles.space} />
      {trace && trace.shape.attention !== "none" && (
        <span className={styles.scale}>
          <WeightScale />
        </span>
      )}
      <HowItDecodes />
      {trace && (
        <Pop label={t("legend")} name={t("legend")}>
          <Legend trace={trace} />
        </Pop>
      )}
    </div>
  );
}

/** The button names the choice in effect. */
function HowItDecodes(): ReactNode {
  const { t } = useTranslation("player");
  const method = useApp(({ view }) => view.show.choosing.method);
  const label = t(`decoding.options.${method}.label`);
  return (
    <Pop label={label} name={t("howItDecodes", { method: label })}>
      <div className={styles.how}>
        <DecodingChoice />
        <Speed />
      </div>
    </Pop>
  );
}
