/** The whole beam search: at every step the considered paths, which of them it kept, and the path of the answer. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { EOS } from "../../engine/text/tokens";
import type { BeamNode, DecodingTrace, Trace } from "../../engine/results/trace";
import { signed } from "../../vis/format";
import { joinerOf } from "../../vis/facts/judgedTokens";
import { useFormat } from "../primitives/useFormat";
import type { OnSelect } from "../unrolled/shown";
import styles from "./BeamSearch.module.css";
import { BeamTree } from "./BeamTree";

export interface BeamSearchProps {
  readonly trace: Trace;
  readonly beam: Extract<DecodingTrace, { kind: "beam" }>;
  readonly index: number; // of the shown step, 0-based
  readonly onSelect: OnSelect;
}

export function BeamSearch({ trace, beam, index, onSelect }: BeamSearchProps): ReactNode {
  const { t } = useTranslation("beam");
  const id = useId();
  const { width, nodes } = beam;
  return (
    <figure className={styles.figure} data-place="beam" aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t("title")}
      </h2>
      <p className={styles.text}>
        {width === 1 ? t("howOne") : t("how", { width })} {t("total")}
      </p>
      <Answer trace={trace} nodes={nodes} />
      <BeamTree beam={beam} unit={trace.task.targetUnit} index={index} onSelect={onSelect} />
      <Key width={width} />
      <details className={styles.doubt}>
        <summary>{t("doubt.title")}</summary>
        <p>{t("doubt.length")}</p>
        <p>{t("doubt.likely")}</p>
        <p>{t("doubt.pruned")}</p>
      </details>
    </figure>
  );
}

interface AnswerProps {
  readonly trace: Trace;
  readonly nodes: readonly BeamNode[];
}

/** The path of the answer, with its total and its probability. */
function Answer({ trace, nodes }: AnswerProps): ReactNode {
  const { t } = useTranslation("beam");
  const format = useFormat();
  const last = nodes.findLast(({ isAnswer }) => isAnswer);
  if (!last) return null;
  const tokens = trace.steps.map(({ chosen }) => chosen).filter(({ id }) => id !== EOS);
  const text = tokens.map((token) => token.text).join(joinerOf(trace.task.targetUnit));
  const values = {
    text,
    total: signed(last.total),
    probability: format.percent(Math.exp(last.total)),
  };
  return (
    <p className={styles.text}>
      {t(trace.ending === "eos" ? "answer" : "answerUnfinished", values)}
    </p>
  );
}

function Key({ width }: { readonly width: number }): ReactNode {
  const { t } = useTranslation("beam");
  return (
    <ul className={styles.key}>
      {(["answer", "kept", "ended", "pruned"] as const).map((mark) => (
        <li key={mark}>
          <span className={styles.mark} data-mark={mark} aria-hidden="true" />
          {t(`key.${mark}`, { width })}
        </li>
      ))}
    </ul>
  );
}
