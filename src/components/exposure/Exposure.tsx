/** Exposure bias of the run, measured: answers fed the truth and own answers, and after a wrong token. */
import { type ReactNode, useId } from "react";
import { student } from "../../state/actions/acts";
import { LANE } from "../../state/slices/lane";
import { isAsked, ofLane } from "../../state/slices/requests";
import { lacksPairs } from "../../state/slices/run";
import { useApp } from "../../state/store";
import { PairsAway } from "../pairs/PairsAway";
import { Button } from "../primitives/Button";
import { Prose } from "../primitives/Prose";
import { useFormat } from "../primitives/useFormat";
import { useRun } from "../useLane";
import styles from "./Exposure.module.css";
import { Gap } from "./Gap";
import { Injection } from "./Injection";
import { useExposureTexts } from "./useExposureTexts";

export function Exposure(): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const heading = useId();
  const report = useRun(({ exposure }) => exposure);
  const examples = useRun(({ info }) => info?.heldOutExamples ?? 0);
  return (
    <section className={styles.exposure} aria-labelledby={heading} data-place="exposure">
      <h2 id={heading} className={styles.title}>
        {t("title")}
      </h2>
      {examples > 0 && (
        <p className={styles.lead}>
          <Prose>{t("lead", { examples: format.number(examples) })}</Prose>
        </p>
      )}
      <Order />
      {report && (
        <div className={styles.figures}>
          <Gap report={report} />
          {report.injections.length > 0 && <Injection injections={report.injections} />}
        </div>
      )}
    </section>
  );
}

const useIsMeasuring = (): boolean =>
  useApp(({ requests }) => isAsked(ofLane(requests, LANE), "exposure"));

/** The button, its progress, and the model that the numbers belong to. */
function Order(): ReactNode {
  const { t } = useExposureTexts();
  const id = useId();
  const isMeasuring = useIsMeasuring();
  const isAway = useRun(lacksPairs);
  const isUp = useRun(({ status }) => status === "idle" || status === "training");
  const hasReport = useRun(({ exposure }) => exposure !== null);
  return (
    <div className={styles.order} aria-busy={isMeasuring}>
      <Button
        data-print="off"
        disabled={!isUp || isAway || isMeasuring}
        aria-describedby={id}
        onClick={student.measureExposure}
      >
        {hasReport && !isMeasuring ? t("again") : t("measure")}
      </Button>
      <div className={styles.note}>
        <p id={id}>{isAway ? <PairsAway /> : <Note />}</p>
        <Progress />
      </div>
      <output className="visually-hidden">
        <Said />
      </output>
    </div>
  );
}

/** What is being measured, or what has been. */
function Note(): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const report = useRun(({ exposure }) => exposure);
  const now = useRun(({ step }) => step);
  const config = useRun(({ info }) => info?.config);
  const isMeasuring = useIsMeasuring();
  const isTraining = useRun(({ status }) => status === "training");
  const falls = config !== undefined && config.schedule !== "constant" && config.forcing > 0;
  const forcing =
    config && t(falls ? "forcingFalls" : "forcing", { p: format.number(config.forcing, 2) });
  const during = isTraining && t("during");
  if (!report) return [forcing, during].filter(Boolean).join(" ");
  const { step, examples, done, total } = report;
  const of = t("of", { step: format.number(step), examples: format.number(examples) });
  const progress = isMeasuring && t("measuring", { done, total });
  const stale = !isMeasuring && step !== now && t("stale", { now: format.number(now) });
  return [progress, of, forcing, stale, during].filter(Boolean).join(" ");
}

function Progress(): ReactNode {
  const { t } = useExposureTexts();
  const report = useRun(({ exposure }) => exposure);
  const isMeasuring = useIsMeasuring();
  if (!isMeasuring) return null;
  return (
    <progress
      className={styles.bar}
      aria-label={t("progress")}
      value={report?.done ?? 0}
      max={report?.total ?? 1}
    />
  );
}

/** For a screen reader: begin and end, not every part. */
function Said(): ReactNode {
  const { t } = useExposureTexts();
  const format = useFormat();
  const report = useRun(({ exposure }) => exposure);
  const isMeasuring = useIsMeasuring();
  if (isMeasuring) return t("said.running");
  return report && t("said.done", { step: format.number(report.step) });
}
