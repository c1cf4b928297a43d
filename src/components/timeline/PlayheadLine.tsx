/** The line above the curves: the values under the playhead and what the stage shows, with the way back to the present. */
import { useTranslation } from "../../i18n/useTranslation";
import { pastStep } from "../../engine/show";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { moveFocusThen } from "../focusPlace";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { useLane, useRun } from "../useLane";
import styles from "./PlayheadLine.module.css";

interface PlayheadLineProps {
  readonly at: number | null;
  readonly last: number;
  /** The values of the update at which it stands, in words. */
  readonly values: string;
}

export function PlayheadLine({ at, last, values }: PlayheadLineProps) {
  const { t } = useTranslation("training");
  const isPast = at !== null;
  return (
    <div className={isPast ? styles.past : styles.line}>
      <p className={styles.text}>
        {isPast ? <Past at={at} values={values} /> : <Hint last={last} />}
      </p>
      <Button
        look="quiet"
        className={styles.back}
        disabled={!isPast}
        onClick={() => moveFocusThen("training", () => student.lookBack("present"))}
      >
        {t("timeline.back")}
      </Button>
    </div>
  );
}

function Past({ at, values }: { readonly at: number; readonly values: string }) {
  return (
    <>
      <span className={styles.values}>{values}</span> <Shown at={at} />
    </>
  );
}

/** What the stage shows while the playhead is in the past, where that is another update. */
function Shown({ at }: { readonly at: number }) {
  const { t } = useTranslation("training");
  const format = useFormat();
  const snapshot = useApp(({ view }) => pastStep(view.show));
  const isBaked = useLane(({ run }) => run.info?.weights === "baked");
  if (snapshot === null) return t(isBaked ? "timeline.readsOnly" : "timeline.noWeights");
  if (snapshot === at) return null;
  return (
    <span title={t("timeline.whyEarlier")}>
      {t("timeline.shownEarlier", { step: format.number(snapshot) })}
    </span>
  );
}

/** What the timeline is for, or why it is empty. */
function Hint({ last }: { readonly last: number }) {
  const { t } = useTranslation("training");
  const status = useRun((run) => run.status);
  const weights = useRun((run) => run.info?.weights ?? null);
  const hasTrace = useRun((run) => run.trace !== null);
  if (last === 0 && status === "starting") return t(`curves.${hasTrace ? "loading" : "starting"}`);
  if (last === 0 && status === "failed") return t("curves.failed");
  if (last === 0) return t(weights === "opened" ? "curves.opened" : "curves.empty");
  return t(weights === "baked" ? "timeline.hintBaked" : "timeline.hint");
}
