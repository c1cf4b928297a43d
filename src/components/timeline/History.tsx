/** The history of the run: its curves, and the playhead that goes back along them. */
import { memo, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { valuesAtUpdate } from "../../vis/charts/curves";
import { useRun } from "../useLane";
import { FilmButton } from "./FilmButton";
import { frameOf } from "../../vis/charts/plotFrame";
import styles from "./History.module.css";
import { Playhead } from "./Playhead";
import { PlayheadLine } from "./PlayheadLine";
import { TimelinePlot } from "./TimelinePlot";
import { useHistory } from "./useHistory";
import { useSize } from "./useSize";
import { useUpdateText } from "./useUpdateText";

export const History = memo(function History() {
  const { t } = useTranslation("training");
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const heading = useId();
  const history = useHistory();
  const chosen = useApp(({ view }) => view.playhead);
  const { last } = history;
  const at = chosen === null || chosen >= last ? null : chosen;
  const reading = valuesAtUpdate(history.points, history.count, history.evaluations, at ?? last);
  const values = useUpdateText(at ?? last, reading, history.beside);
  const frame = frameOf(width, height);
  const vocabulary = useRun((run) => run.info?.targetTokens ?? 0);
  return (
    <figure className={styles.history} data-place="curves" aria-labelledby={heading}>
      <h3 id={heading} className="visually-hidden">
        {t("curves.title")}
      </h3>
      <PlayheadLine at={at} last={last} values={values} />
      <div ref={box} className={styles.plot}>
        {width > 0 && <TimelinePlot data={history} frame={frame} vocabulary={vocabulary} />}
        <Playhead at={at} history={history} frame={frame} values={values} />
      </div>
      <FilmButton />
    </figure>
  );
});
