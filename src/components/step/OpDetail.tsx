/** One operation of the shown step: its equation, its meaning, its tensors and its numbers. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { equationOf } from "../../vis/tex/equations";
import type { Op } from "../../engine/results/operation";
import { layerOf, readsFirstState, shapesOf } from "../../vis/tex/operations";
import { vectorsOf } from "../../vis/tex/stepVectors";
import type { OnSelect, Shown } from "../unrolled/shown";
import { CellFact } from "./CellFact";
import { Equation } from "./Equation";
import { FirstState } from "./FirstState";
import { LogitTable } from "./LogitTable";
import { Mixture } from "./Mixture";
import styles from "./OpDetail.module.css";
import { ScoreTable } from "./ScoreTable";
import { Shapes } from "./Shapes";
import { useExplanation } from "./useExplanation";
import { VectorTiles } from "./VectorTiles";

export interface OpDetailProps extends Shown {
  readonly op: Op;
  readonly onSelect: OnSelect;
}

export function OpDetail(props: OpDetailProps): ReactNode {
  const { t } = useTranslation("step");
  const explain = useExplanation();
  const { trace, index, op } = props;
  const { cell } = trace.shape;
  return (
    <div className={styles.detail}>
      <div>
        <Equation tex={equationOf(trace, index, op)} label={t("equation")} />
        <p className={styles.explain}>{explain(trace, op)}</p>
        <Shapes tensors={shapesOf(trace, index, op)} label={t("shapes")} />
        {layerOf(op) !== null && cell !== "rnn" && (
          <p className={styles.stacked}>{t(`stacked.${cell}`)}</p>
        )}
        {index === 0 && readsFirstState(trace, op) && <FirstState trace={trace} />}
      </div>
      <div>
        <Numbers {...props} />
      </div>
    </div>
  );
}

function Numbers({ op, ...shown }: OpDetailProps): ReactNode {
  switch (op) {
    case "score":
    case "softmax":
      return <ScoreTable {...shown} />;
    case "context":
      return (
        <>
          <Mixture {...shown} />
          <ScoreTable {...shown} />
        </>
      );
    case "output":
      return <LogitTable trace={shown.trace} step={shown.step} />;
    case "cell":
    case "upper":
    case "embed":
    case "query":
    case "combine":
      return (
        <>
          <VectorTiles trace={shown.trace} vectors={vectorsOf(shown.trace, shown.index, op)} />
          <CellFact {...shown} op={op} />
        </>
      );
    default:
      return op satisfies never;
  }
}
