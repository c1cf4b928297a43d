/** The layer of a deep network that the tiles show; the rest of the figure always shows the top layer. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { decoderLayersOf, type ModelShape } from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import styles from "./Choices.module.css";

export interface LayerSwitchProps {
  readonly trace: Trace;
  readonly layer: number; // 0-based
  readonly onChange: (layer: number) => void;
}

function noteOf(shape: ModelShape) {
  if (decoderLayersOf(shape) < shape.layers) return "shallow";
  return shape.attention === "none" ? "plain" : "attends";
}

export function LayerSwitch({ trace, layer, onChange }: LayerSwitchProps): ReactNode {
  const { t } = useTranslation("stage");
  const id = useId();
  const { layers } = trace.shape;
  if (layers === 1) return null;
  return (
    <fieldset className={styles.choices} data-place="layers">
      <legend className={styles.legend}>{t("layers.label")}</legend>
      {Array.from({ length: layers }, (_, l) => (
        <label key={l} className={styles.choice}>
          <input type="radio" name={id} checked={l === layer} onChange={() => onChange(l)} />
          <span>{t("layers.layer", { layer: l + 1 })}</span>
        </label>
      ))}
      <span className={styles.note}>{t(`layers.${noteOf(trace.shape)}`, { layer: layers })}</span>
    </fieldset>
  );
}
