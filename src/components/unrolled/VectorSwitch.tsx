/** The other vectors in a tile's place: the other layer, and an LSTM's memory cell beside its hidden state. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { decoderLayersOf } from "../../engine/setup/modelShape";
import type { Subject } from "../../engine/results/subject";
import { vectorsInPlaceOf } from "../../vis/facts/subject";
import { SYMBOLS } from "../../vis/tex/symbols";
import styles from "./Choices.module.css";

export interface VectorSwitchProps {
  readonly trace: Trace;
  readonly shown: Subject;
  readonly onChoose: (subject: Subject) => void;
}

/** A name that distinguishes a subject from the others in its place. */
function useShortName(trace: Trace): (subject: Subject) => string {
  const { t } = useTranslation("stage");
  const { shape } = trace;
  const symbol = SYMBOLS.state;
  const hasLayers = decoderLayersOf(shape) > 1;
  return (subject) => {
    const layer = "layer" in subject ? subject.layer + 1 : 0;
    if (subject.kind === "memory" || subject.kind === "previousMemory")
      return hasLayers ? t("numbers.memoryAndLayer", { layer }) : t("numbers.memoryCell");
    if (subject.kind === "encoder" || shape.cell !== "lstm") return t("numbers.layer", { layer });
    return hasLayers
      ? t("numbers.hiddenAndLayer", { symbol, layer })
      : t("numbers.hidden", { symbol });
  };
}

function isSame(a: Subject, b: Subject): boolean {
  return a.kind === b.kind && "layer" in a && "layer" in b && a.layer === b.layer;
}

export function VectorSwitch({ trace, shown, onChoose }: VectorSwitchProps): ReactNode {
  const { t } = useTranslation("stage");
  const id = useId();
  const name = useShortName(trace);
  const all = vectorsInPlaceOf(trace, shown);
  if (all.length === 1) return null;
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{t("numbers.which")}</legend>
      {all.map((subject) => (
        <label key={name(subject)} className={styles.choice}>
          <input
            type="radio"
            name={id}
            checked={isSame(subject, shown)}
            onChange={() => onChoose(subject)}
          />
          <span>{name(subject)}</span>
        </label>
      ))}
    </fieldset>
  );
}
