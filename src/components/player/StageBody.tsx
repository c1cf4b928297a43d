/** The picture on the stage: the network of a lane, or the gradients of its loss, connected to the store. */
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { UnrolledFigure } from "../unrolled/UnrolledFigure";
import type { Shown } from "../unrolled/shown";
import type { SideBySide } from "../unrolled/useStageLayout";
import type { SelfMap } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { topOf } from "../../vis/facts/subject";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { LessonMarks } from "../lesson/LessonMarks";
import { useCover } from "../lesson/useCover";
import { useLane } from "../useLane";
import { useReached } from "../useReached";
import { useSelect } from "../useSelect";
import { useShownStep } from "../useShownStep";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { student } from "../../state/actions/acts";
import styles from "./Stage.module.css";

const GradientStage = latePart(async () => (await import("./GradientStage")).GradientStage);
const OverStage = latePart(async () => (await import("./OverStage")).OverStage);
const LayerRow = latePart<{ readonly trace: Trace; readonly layer: number }>(
  async () => (await import("./LayerRow")).LayerRow,
);
const SelfMapInFull = latePart<{ readonly trace: Trace; readonly of: SelfMap }>(
  async () => (await import("../transformer/SelfMapInFull")).SelfMapInFull,
);
const FilmBar = latePart(async () => (await import("../film/Film")).Film);

interface StageBodyProps {
  /** Where stages stand side by side. */
  readonly beside?: SideBySide;
}

export function StageBody({ beside }: StageBodyProps): ReactNode {
  const { t } = useTranslation("stage");
  const shown = useShownStep();
  const isGradients = useApp(({ view }) => view.drawn === "gradients");
  const isAsking = useCover().hiddenFrom !== null; // gradients would show the rows that the question hides
  const isRecurrent = !shown?.trace.transformer;
  if (isGradients && isRecurrent && !isAsking)
    return (
      <div className={styles.figure}>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <GradientStage />
          </Suspense>
        </ErrorBoundary>
      </div>
    );
  return shown ? (
    <Network {...shown} beside={beside} />
  ) : (
    <p className={styles.waiting}>{t("waiting")}</p>
  );
}

const overStage = (layout: StageLayout): ReactNode => (
  <ErrorBoundary>
    <Suspense fallback={null}>
      <OverStage layout={layout} />
    </Suspense>
  </ErrorBoundary>
);

interface NetworkProps extends Shown {
  readonly beside: SideBySide | undefined;
}

/** The figures of a trace, connected to the store. */
function Network({ beside, ...shown }: NetworkProps): ReactNode {
  const { trace } = shown;
  const top = topOf(trace);
  const chosen = useApp(({ view }) => view.layer);
  const layer = Math.min(chosen ?? top, top);
  const isTraining = useLane((lane) => lane.run.status === "training");
  const isColumnChosen = useApp((state) => state.view.column !== null);
  const reached = useReached();
  const lit = useApp(({ view }) => view.lit);
  const onSelect = useSelect();
  const selfMap = useApp(({ view }) => view.selfMap);
  return (
    <>
      <div className={styles.layers}>
        <ErrorBoundary>
          <Suspense fallback={null}>
            <LayerRow trace={trace} layer={layer} />
          </Suspense>
        </ErrorBoundary>
      </div>
      <div className={styles.figure}>
        {trace.transformer && selfMap ? (
          <ErrorBoundary>
            <Suspense fallback={null}>
              <SelfMapInFull trace={trace} of={selfMap} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          <LessonMarks>
            <UnrolledFigure
              {...shown}
              reached={reached}
              layer={layer}
              isTraining={isTraining}
              follows={isColumnChosen}
              lit={lit}
              onLit={student.light}
              onSelect={onSelect}
              beside={beside}
              overlay={overStage}
            />
          </LessonMarks>
        )}
        <ErrorBoundary>
          <Suspense fallback={null}>
            <FilmBar />
          </Suspense>
        </ErrorBoundary>
      </div>
    </>
  );
}
