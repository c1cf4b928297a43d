/** The curves of two runs over one axis of updates, and the playhead that takes both back. */
import { useId, type ReactNode } from "react";
import { useApp } from "../../state/store";
import { valuesAtUpdate } from "../../vis/charts/curves";
import { useFormat } from "../primitives/useFormat";
import { FilmButton } from "../timeline/FilmButton";
import { frameOf } from "../../vis/charts/plotFrame";
import styles from "../timeline/History.module.css";
import { Playhead } from "../timeline/Playhead";
import { PlayheadLine } from "../timeline/PlayheadLine";
import { useSize } from "../timeline/useSize";
import { useValueParts } from "../timeline/useUpdateText";
import { ComparedPlot } from "./ComparedPlot";
import { LANE_NAMES, LANES } from "../lanes";
import { type ComparedHistory, useComparedHistory } from "./useComparedHistory";
import { useCompareTexts } from "./useCompareTexts";

export function ComparedCurves(): ReactNode {
  const { t } = useCompareTexts();
  const [box, { width, height }] = useSize<HTMLDivElement>();
  const heading = useId();
  const history = useComparedHistory();
  const chosen = useApp(({ view }) => view.playhead);
  const { last, runs } = history;
  const at = chosen === null || chosen >= last ? null : chosen;
  const values = useValues(at ?? last, history);
  const frame = frameOf(width, height);
  const stops = { ...history, evaluations: runs.a.evaluations };
  return (
    <figure className={styles.history} data-place="curves" aria-labelledby={heading}>
      <h3 id={heading} className="visually-hidden">
        {t("curves.title")}
      </h3>
      <PlayheadLine at={at} last={last} values={values} />
      <div ref={box} className={styles.plot}>
        {width > 0 && <ComparedPlot history={history} frame={frame} />}
        <Playhead at={at} history={stops} frame={frame} values={values} />
      </div>
      <FilmButton />
    </figure>
  );
}

/** As in "update 40. A: loss 1.200, exact match 12.0%. B: loss 1.900, exact match 0.0%". */
function useValues(update: number, { runs }: ComparedHistory): string {
  const { t } = useCompareTexts();
  const format = useFormat();
  const write = useValueParts(update, "answers");
  const parts = LANES.map((lane) => {
    const { points, count, evaluations } = runs[lane];
    const values = write(valuesAtUpdate(points, count, evaluations, update));
    return values === "" ? "" : `${LANE_NAMES[lane]}: ${values}`;
  });
  return [t("update", { update: format.number(update) }), ...parts].filter(Boolean).join(". ");
}
