/** The stage where it draws gradients: which loss, its value, and the figure of the roads. */
import { useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { areSameIds, hasRoads, roadsExample, type RoadsAnswer } from "../../engine/results/roads";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { LOSSES } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { lengthText } from "../../vis/tex/roadText";
import { GradientFigure } from "../gradients/GradientFigure";
import { RoadTable } from "../gradients/RoadTable";
import { LessonMarks } from "../lesson/LessonMarks";
import { Choice } from "../primitives/Choice";
import { Pop } from "../primitives/Pop";
import { useFormat } from "../primitives/useFormat";
import { useTokenName } from "../unrolled/useTokenName";
import { useLane } from "../useLane";
import { useSelect } from "../useSelect";
import { useShownStep } from "../useShownStep";
import styles from "./GradientStage.module.css";

/** A trace with the gradients of just this example. */
interface Drawn {
  readonly trace: Trace;
  readonly answer: RoadsAnswer;
}

export function GradientStage(): ReactNode {
  const { t } = useTranslation("gradients");
  const shown = useShownStep();
  const chosen = useApp(({ view }) => view.column);
  const drawn = useDrawn(shown?.trace ?? null);
  const lossOf = useApp(({ view }) => view.lossOf);
  const onSelect = useSelect();
  if (shown && !hasRoads(shown.trace)) return <p className={styles.waiting}>{t("edited")}</p>;
  if (!shown || !drawn) return <p className={styles.waiting}>{t("waiting")}</p>;
  const { answer, trace } = drawn;
  const index = Math.min(shown.index, trace.steps.length - 1);
  const column = trace.shape.attention === "none" ? chosen : shown.column;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the choice inside is the fieldset */}
      <div role="group" aria-label={t("controls")} className={styles.controls}>
        <Choice
          label={t("lossOf")}
          options={LOSSES}
          value={lossOf}
          name={(each) => t(`losses.${each}`)}
          onChoose={student.chooseLoss}
        />
        <LossText {...drawn} />
        <Pop label={t("table.button")} name={t("table.name")}>
          <RoadTable trace={trace} answer={answer} />
        </Pop>
      </div>
      <LessonMarks>
        <GradientFigure
          trace={trace}
          answer={answer}
          index={index}
          column={column}
          onSelect={onSelect}
        />
      </LessonMarks>
    </>
  );
}

/** The newest trace whose gradients are here. While the worker computes those of the next one, it stays. */
function useDrawn(trace: Trace | null): Drawn | null {
  const answer = useLane(({ run }) => run.roads);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  if (!trace || !answer || (drawn?.trace === trace && drawn.answer === answer)) return drawn;
  if (!areSameIds(answer.example, roadsExample(trace))) return drawn;
  const next = { trace, answer };
  setDrawn(next);
  return next;
}

/** The loss in numbers, and whose weights they are. */
function LossText({ trace, answer }: Drawn): ReactNode {
  const { t } = useTranslation("gradients");
  const format = useFormat();
  const name = useTokenName();
  const { of, roads, trainedSteps } = answer;
  const { losses } = roads;
  const isOwn = of === "all" ? trace.expected === null : trace.expected?.[of] === undefined;
  return (
    <p className={styles.loss}>
      {of === "all"
        ? t("meanLoss", { count: losses.length, loss: lengthText(mean(losses)) })
        : t("stepLoss", {
            step: of + 1,
            token: targetName(trace, of, name),
            loss: lengthText(losses[of] ?? 0),
          })}{" "}
      {isOwn && `${t("ownTarget")} `}
      {t("weightsOf", { update: format.number(trainedSteps) })}
    </p>
  );
}

function targetName(
  { expected, steps }: Trace,
  t: number,
  name: ReturnType<typeof useTokenName>,
): string {
  const target = expected?.[t] ?? steps[t]?.chosen;
  return target ? name(target) : "";
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
