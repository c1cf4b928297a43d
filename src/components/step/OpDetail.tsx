/** One operation of the shown step: what it does, its equation, its tensors and its numbers. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Lit, Op } from "../../engine/results/operation";
import { equationOf } from "../../vis/tex/equations";
import { layerOf, readsFirstState, shapesOf } from "../../vis/tex/operations";
import type { OnLight } from "../primitives/lightOn";
import { Prose } from "../primitives/Prose";
import type { OnDerive, OnSelect, Shown } from "../unrolled/shown";
import { Equation } from "./Equation";
import { FedNote } from "./FedNote";
import { FirstState } from "./FirstState";
import styles from "./OpDetail.module.css";
import { HandNotes } from "./HandNotes";
import { OpNumbers } from "./OpNumbers";
import { Shapes } from "./Shapes";
import { useExplanation } from "./useExplanation";

export interface OpDetailProps extends Shown {
  readonly op: Op;
  readonly onSelect: OnSelect;
  readonly onDerive: OnDerive;
  /** The operation whose symbols are lit. */
  readonly lit?: Lit | null | undefined;
  readonly onLight?: OnLight | undefined;
}

export function OpDetail({ lit, onLight, ...props }: OpDetailProps): ReactNode {
  const { t } = useTranslation("step");
  const explain = useExplanation();
  const { trace, index, op } = props;
  const { purpose, more } = explain(trace, op);
  const { cell } = trace.shape;
  return (
    <div className={styles.detail}>
      <p className={styles.purpose}>
        <Prose>{purpose}</Prose>
      </p>
      {op === "embed" && <FedNote {...props} />}
      <HandNotes {...props} />
      <Equation
        tex={equationOf(trace, index, op)}
        label={t("equation")}
        lit={lit}
        onLight={onLight}
      />
      <OpNumbers {...props} />
      {more && (
        <p className={styles.explain}>
          <Prose>{more}</Prose>
        </p>
      )}
      <Shapes tensors={shapesOf(trace, index, op)} label={t("shapes")} />
      {layerOf(op) !== null && cell !== "rnn" && (
        <p className={styles.stacked}>{t(`stacked.${cell}`)}</p>
      )}
      {index === 0 && readsFirstState(trace, op) && <FirstState trace={trace} />}
    </div>
  );
}
