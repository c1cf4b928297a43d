/** The origin of the first step's previous state. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import {
  decoderLayersOf,
  feedsInput,
  isBidirectional,
  type ModelShape,
} from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import { bridgeShapes, firstStateTex } from "../../vis/tex/firstState";
import { Prose } from "../primitives/Prose";
import { Equation } from "./Equation";
import styles from "./OpDetail.module.css";
import { Shapes } from "./Shapes";

/** The texts that explain the first state, under `first`. */
function textsOf(shape: ModelShape) {
  const isDeep = decoderLayersOf(shape) > 1;
  const isShallow = decoderLayersOf(shape) < shape.layers;
  const isLstm = shape.cell === "lstm";
  const fed = feedsInput(shape) ? (["fed"] as const) : [];
  if (isBidirectional(shape))
    return [
      "bridge",
      ...(isDeep ? (["bridgeLayers"] as const) : []),
      ...(isShallow ? (["bridgeTop"] as const) : []),
      ...(isLstm ? (["bridgeMemory"] as const) : []),
      ...fed,
    ] as const;
  return [
    isDeep ? "straightLayers" : isShallow ? "straightTop" : "straight",
    ...(isLstm ? (["memory"] as const) : []),
    ...fed,
  ] as const;
}

export function FirstState({ trace }: { readonly trace: Trace }): ReactNode {
  const { t } = useTranslation("step");
  const { shape } = trace;
  const tensors = bridgeShapes(trace);
  return (
    <div className={styles.first}>
      <Equation tex={firstStateTex(trace)} label={t("first.equation")} />
      <p className={styles.explain}>
        <Prose>
          {textsOf(shape)
            .map((text) => t(`first.${text}`))
            .join(" ")}
        </Prose>
      </p>
      {tensors.length > 0 && <Shapes tensors={tensors} label={t("first.shapes")} />}
    </div>
  );
}
