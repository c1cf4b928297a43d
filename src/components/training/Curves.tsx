/** The learning curves: loss above, shares of right answers below, on one step axis, with a cursor. */
import { memo, useId } from "react";
import { useTranslation } from "react-i18next";
import { student } from "../../state/actions/acts";
import type { RunState } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { axisEnd, valuesAtStep } from "../../vis/charts/curves";
import { useWidth } from "../unrolled/scroll/useWidth";
import { frameOf, LOSS } from "./curveFrames";
import { LossNames, ShareNames } from "./CurveNames";
import { CursorValues } from "./CursorValues";
import { CurveScrubber } from "./CurveScrubber";
import { CurveTable } from "./CurveTable";
import styles from "./Curves.module.css";
import { LossPlot } from "./LossPlot";
import { SharePlot } from "./SharePlot";
import { useThrottledRun } from "../useLane";

export const Curves = memo(function Curves() {
  const { t } = useTranslation("training");
  const [plots, width] = useWidth<HTMLDivElement>();
  const heading = useId();
  const losses = useThrottledRun((run) => run.losses);
  const evaluations = useThrottledRun((run) => run.evaluations);
  const lastStep = useThrottledRun(lastStepOf);
  const cursor = useApp(({ view }) => view.cursor);
  const shown = Math.min(cursor ?? lastStep, lastStep);
  const end = axisEnd(lastStep);
  const reading = valuesAtStep(losses.points, losses.count, evaluations, shown);
  const plot = { width, end, cursor: cursor === null ? null : shown };
  const isLoading = useThrottledRun((run) => run.status === "starting" && run.trace !== null);
  const isOpened = useThrottledRun((run) => run.info?.weights === "opened");
  const reason = isOpened ? "opened" : isLoading ? "loading" : "empty";
  const isEmpty = losses.count === 0 && evaluations.length === 0;
  return (
    <figure className={styles.figure} data-place="curves" aria-labelledby={heading}>
      <h3 id={heading} className="visually-hidden">
        {t("curves.title")}
      </h3>
      <div ref={plots} className={styles.plots}>
        <LossNames />
        <div className={styles.lossPanel}>{width > 0 && <LossPlot {...plot} />}</div>
        <ShareNames />
        <div className={styles.sharePanel}>{width > 0 && <SharePlot {...plot} />}</div>
        {losses.count === 0 && (isOpened || isEmpty) && (
          <p className={styles.empty}>{t(`curves.${reason}`)}</p>
        )}
        <CurveScrubber
          end={end}
          shown={shown}
          frame={frameOf(width, LOSS)}
          isFollowing={cursor === null}
          isDisabled={isEmpty}
          reading={reading}
          onMove={student.readCurvesAt}
        />
      </div>
      <CursorValues step={shown} reading={reading} isEmpty={isEmpty} />
      <CurveTable />
    </figure>
  );
});

/** The newest step of any curve. */
function lastStepOf(run: RunState): number {
  const newest = run.losses.points[run.losses.count - 1]?.step ?? 0;
  return Math.max(newest, run.evaluations.at(-1)?.step ?? 0);
}
