/** The learning curves: loss above, shares of right answers below, on one step axis, with a cursor that reads them. */
import { memo, useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/app";
import { useCalmRun } from "../../state/calm";
import type { RunState } from "../../state/run";
import {
  axisEnd,
  layoutLoss,
  layoutShares,
  readCurves,
  stepTicks,
  type Frame,
} from "../../vis/curves";
import { useWidth } from "../figures/useWidth";
import { useFormat } from "../primitives/useFormat";
import { CurveNames } from "./CurveNames";
import { CurveReading } from "./CurveReading";
import { CurveScrubber } from "./CurveScrubber";
import { CurveTable } from "./CurveTable";
import styles from "./Curves.module.css";
import { LossPlot } from "./LossPlot";
import { SharePlot } from "./SharePlot";

/** Heights in pixels inside the drawing; widths follow the card. */
const LOSS = { top: 26, bottom: 104 };
const SHARE = { top: 168, bottom: 226 };
const HEIGHT = 246;
const LEFT = 36;

function frameOf(width: number, { top, bottom }: { top: number; bottom: number }): Frame {
  return { left: LEFT, right: Math.max(LEFT + 1, width - 6), top, bottom };
}

export const Curves = memo(function Curves() {
  const { t } = useTranslation("training");
  const [plots, width] = useWidth<HTMLDivElement>();
  const heading = useId();
  const losses = useCalmRun((run) => run.losses);
  const evaluations = useCalmRun((run) => run.evaluations);
  const lastStep = useCalmRun(lastStepOf);
  const [cursor, setCursor] = useState<number | null>(null); // null follows the newest step
  const shown = Math.min(cursor ?? lastStep, lastStep);
  const end = axisEnd(lastStep);
  const reading = readCurves(losses.points, losses.count, evaluations, shown);
  const isLoading = useCalmRun((run) => run.status === "starting" && run.trace !== null);
  const isOpened = useCalmRun((run) => run.info?.weights === "opened");
  const reason = isOpened ? "opened" : isLoading ? "loading" : "empty";
  const isEmpty = losses.count === 0 && evaluations.length === 0;
  return (
    <figure className={styles.figure} aria-labelledby={heading}>
      <h3 id={heading} className="visually-hidden">
        {t("curves.title")}
      </h3>
      <div ref={plots} className={styles.plots}>
        {width > 0 && <Drawing width={width} end={end} cursor={cursor === null ? null : shown} />}
        <CurveNames />
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
          onMove={setCursor}
        />
      </div>
      <CurveReading step={shown} reading={reading} isEmpty={isEmpty} />
      <CurveTable />
    </figure>
  );
});

/** The newest step that anything is known of. */
function lastStepOf(run: RunState): number {
  const newest = run.losses.points[run.losses.count - 1]?.step ?? 0;
  return Math.max(newest, run.evaluations.at(-1)?.step ?? 0);
}

interface DrawingProps {
  readonly width: number;
  readonly end: number;
  readonly cursor: number | null; // none while it follows the newest step
}

/** Both panels; for the eye only, since the cursor, the reading and the table say the same in words. */
function Drawing({ width, end, cursor }: DrawingProps) {
  const format = useFormat();
  const { points, count } = useCalmRun((run) => run.losses);
  const evaluations = useCalmRun((run) => run.evaluations);
  const replay = useApp((state) => state.run.replay);
  const vocabulary = useCalmRun((run) => run.info?.targetTokens ?? 0);
  const upper = useMemo(() => frameOf(width, LOSS), [width]);
  const lower = useMemo(() => frameOf(width, SHARE), [width]);
  const loss = useMemo(
    () => layoutLoss({ points, count, chance: chanceOf(vocabulary) }, end, upper),
    [points, count, vocabulary, end, upper],
  );
  const shares = useMemo(() => layoutShares(evaluations, end, lower), [evaluations, end, lower]);
  return (
    <svg className={styles.drawing} width={width} height={HEIGHT} aria-hidden="true">
      <LossPlot panel={loss} frame={upper} vocabulary={vocabulary} />
      <SharePlot panel={shares} frame={lower} />
      {stepTicks(end, lower).map(({ value, at }) => (
        <text
          key={value}
          className={styles.tick}
          x={at}
          y={HEIGHT - 4}
          textAnchor={anchor(at, lower)}
        >
          {format.number(value)}
        </text>
      ))}
      {replay !== null && (
        <Mark step={replay} end={end} upper={upper} lower={lower} look={styles.replay} />
      )}
      {cursor !== null && (
        <Mark step={cursor} end={end} upper={upper} lower={lower} look={styles.cursor} />
      )}
    </svg>
  );
}

/** Loss of guessing among all tokens: ln V. Until a model is there the axis is that of a small vocabulary. */
function chanceOf(vocabulary: number): number {
  return Math.log(vocabulary > 1 ? vocabulary : 30);
}

function anchor(at: number, frame: Frame): "start" | "middle" | "end" {
  if (at < frame.left + 8) return "start";
  return at > frame.right - 12 ? "end" : "middle";
}

interface MarkProps {
  readonly step: number;
  readonly end: number;
  readonly upper: Frame;
  readonly lower: Frame;
  readonly look: string | undefined;
}

/** A line through both panels at one step. */
function Mark({ step, end, upper, lower, look }: MarkProps) {
  const x = upper.left + (step / end) * (upper.right - upper.left);
  return (
    <path
      className={look}
      d={`M${x} ${upper.top}V${upper.bottom}M${x} ${lower.top}V${lower.bottom}`}
    />
  );
}
