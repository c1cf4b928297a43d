/** The facts about a vector above its numbers: their origin, their count and their bounds. */
import { tokensRead } from "../../vis/facts/encoderReading";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { decoderLayersOf, isBidirectional } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import type { Subject } from "../../engine/results/subject";
import { UNK } from "../../engine/text/tokens";
import { isSplit, rangeOf } from "../../vis/facts/subject";
import { subscript, SYMBOLS } from "../../vis/tex/symbols";
import { Prose } from "../primitives/Prose";
import { MathText } from "./MathText";
import styles from "./NumbersTable.module.css";

export interface NumbersFactsProps {
  readonly trace: Trace;
  readonly subject: Subject;
  readonly vector: Float32Array;
  /** The value of the end colours. */
  readonly limit: number;
}

export function NumbersFacts({ trace, subject, vector, limit }: NumbersFactsProps): ReactNode {
  const { t } = useTranslation(["stage", "inspector"]);
  const size = vector.length;
  const token = subject.kind === "embedding" ? trace.source[subject.column] : null;
  const isToken = subject.kind === "embedding" || subject.kind === "input";
  const isOneHot = isToken && trace.shape.tokenInput === "onehot";
  const range = { unit: "numbers.bounded", gate: "numbers.gate", open: "numbers.scaled" } as const;
  return (
    <p className={styles.facts}>
      {token && <span>{t("numbers.id", { id: token.id })}</span>}
      {token?.id === UNK && (
        <span>
          <Prose>{t("inspector:numbers.unknown")}</Prose>
        </span>
      )}
      {isOneHot && <span>{t("numbers.oneHot", { place: vector.indexOf(1) + 1, size })}</span>}
      {isToken && !isOneHot && <span>{t("numbers.embedding", { size })}</span>}
      <BridgeFact trace={trace} subject={subject} />
      <code>{t("numbers.shape", { size: String(size) })}</code>
      {!isOneHot && <span>{t(range[rangeOf(trace, subject)], { limit: limit.toFixed(2) })}</span>}
      {isSplit(trace, subject) && (
        <>
          <span>{t("numbers.forward", { size: size / 2 })}</span>
          <span>{t("numbers.backward", { start: size / 2 + 1, size })}</span>
        </>
      )}
    </p>
  );
}

/** How the bridge makes the decoder's first state. */
function BridgeFact({ trace, subject }: Pick<NumbersFactsProps, "trace" | "subject">): ReactNode {
  const { t } = useTranslation("stage");
  const { shape } = trace;
  const isInitial = subject.kind === "previous" || subject.kind === "previousMemory";
  if (!isInitial || subject.step > 0 || !isBidirectional(shape)) return null;
  const { state: symbol, key } = SYMBOLS;
  const formula = t(subject.kind === "previous" ? "numbers.bridge" : "numbers.bridgeMemory", {
    symbol,
    key,
    last: subscript(tokensRead(trace)),
  });
  return (
    <>
      <span>
        <MathText>{formula}</MathText>
      </span>
      {decoderLayersOf(shape) > 1 && (
        <span>{t("numbers.bridgeLayers", { layer: shape.layers })}</span>
      )}
    </>
  );
}
