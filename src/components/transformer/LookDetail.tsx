/** The operations of one head's look at the source: q, k, v, score, softmax and context, with the scale as a switch. */
import { type ReactNode, useEffect, useRef } from "react";
import type { HeadTrace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { contextOf } from "../../vis/facts/cellInFull";
import { headsAt, rowOf } from "../../vis/facts/heads";
import { headSize, type Look, lookOf } from "../../vis/facts/scaling";
import { useStageMarks } from "../lesson/stageMarks";
import { useFormat } from "../primitives/useFormat";
import { Equation } from "../step/Equation";
import type { OnSelect, Shown } from "../unrolled/shown";
import { CellInFull } from "./CellInFull";
import { LookTable } from "./LookTable";
import styles from "./LookDetail.module.css";
import { useHead } from "./useHead";
import { useTransformerTexts } from "./useTransformerTexts";

interface LookDetailProps extends Shown {
  readonly onSelect: OnSelect;
}

const EQUATIONS = {
  query: String.raw`q_t = W_q\,\hat{s}_t + b_q`,
  keys: String.raw`k_i = W_k\,h_i + b_k,\quad v_i = W_v\,h_i + b_v`,
  score: String.raw`e_{ti} = \frac{q_t \cdot k_i}{\sqrt{d_k}}`,
  softmax: String.raw`\alpha_{ti} = \frac{\exp e_{ti}}{\sum_j \exp e_{tj}}`,
  context: String.raw`c_t = \sum_i \alpha_{ti}\,v_i`,
} as const;

const PARTS = ["query", "keys", "score", "softmax", "context"] as const;

/** What the layer adds to the state: the contexts of all heads, joined and multiplied. */
function joinedTex(heads: number): string {
  if (heads === 1) return String.raw`W_O\,c_t + b_O`;
  const contexts = Array.from({ length: heads }, (_, i) => `c_t^{(${i + 1})}`);
  return String.raw`W_O\,[${contexts.join(String.raw`;\,`)}] + b_O`;
}

export function LookDetail({ trace, index, column, onSelect }: LookDetailProps): ReactNode {
  const { t } = useTransformerTexts();
  const { layer, head } = useHead(trace);
  const scales = useApp(({ view }) => view.dividesScores);
  const heads = headsAt(trace, layer);
  const shown = heads[head ?? 0];
  if (!shown) return null;
  const look = lookOf(shown, index, scales);
  const query = rowOf(shown.queries, index);
  const context = scales ? rowOf(shown.contexts, index) : contextOf(shown, look.weights);
  const ofWeights = { trace, index, column, onSelect, look, scales, head: shown };
  return (
    <section className={styles.look} aria-label={t("operations")}>
      <p>
        {t("ofHead", {
          step: index + 1,
          layer: layer + 1,
          head: (head ?? 0) + 1,
          heads: heads.length,
        })}{" "}
        {head === null && heads.length > 1 && t("firstHead")}
      </p>
      {PARTS.map((part) => (
        <div key={part} className={styles.part}>
          <p>{t(`parts.${part}`)}</p>
          <Equation tex={EQUATIONS[part]} label={`${t("equation")}: ${t(`parts.${part}`)}`} />
          {part === "query" && <Vector values={query} />}
          {part === "context" && <Vector values={context} />}
          {part === "softmax" && <Weights {...ofWeights} />}
        </div>
      ))}
      <div className={styles.part}>
        <p>{t("joined")}</p>
        <Equation tex={joinedTex(heads.length)} label={`${t("equation")}: ${t("joined")}`} />
      </div>
    </section>
  );
}

interface WeightsProps extends Pick<LookDetailProps, "trace" | "index" | "column" | "onSelect"> {
  readonly head: HeadTrace;
  readonly look: Look;
  readonly scales: boolean;
}

/** What a lesson points at in the map stands here in numbers, which can lie below the edge of the panel. */
function useInSightForLesson() {
  const isPointed = useStageMarks(({ pointed }) => pointed?.kind === "cell");
  const shown = useRef<HTMLLabelElement>(null);
  useEffect(() => {
    if (isPointed) shown.current?.scrollIntoView({ block: "start" });
  }, [isPointed]);
  return shown;
}

/** Scores and weights of the step, with the division of the scores as a switch, and the chosen cell written out. */
function Weights(props: WeightsProps): ReactNode {
  const { trace, index, column, onSelect, head, look, scales } = props;
  const { t } = useTransformerTexts();
  const format = useFormat();
  const shown = useInSightForLesson();
  const told = {
    largest: format.fixed(look.largest, 2),
    entropy: format.fixed(look.entropy, 2),
  };
  return (
    <>
      <label ref={shown} className={styles.scale}>
        <input
          type="checkbox"
          role="switch"
          aria-checked={scales}
          checked={scales}
          onChange={({ target }) => student.divideScores(target.checked)}
        />
        {t("scale.label", { size: headSize(head) })}
      </label>
      <p aria-live="polite">{t(scales ? "scale.on" : "scale.off", told)}</p>
      <LookTable
        source={trace.source}
        look={look}
        column={column}
        onChoose={(s) => onSelect(index, s)}
      />
      {column === null ? (
        <p className={styles.note}>{t("cell.choose")}</p>
      ) : (
        <CellInFull {...{ head, column, scales }} step={index} source={trace.source} />
      )}
    </>
  );
}

const MOST = 8; // numbers of a vector in a line

/** The first numbers of a vector. */
function Vector({ values }: { readonly values: Float32Array }): ReactNode {
  const format = useFormat();
  const first = Array.from(values.subarray(0, MOST), (value) => format.fixed(value, 2));
  return (
    <p className={styles.vector}>{`[${first.join(", ")}${values.length > MOST ? ", …" : ""}]`}</p>
  );
}
