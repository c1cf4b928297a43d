/** The name of an operation. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Op } from "../../engine/results/operation";
import { decoderLayersOf, type ModelShape } from "../../engine/setup/modelShape";
import { layerOf } from "../../vis/tex/operations";

/** A cell has its kind and, with two layers, its number; a token's vector is an embedding or one-hot. */
export function useOpName(shape: ModelShape): (op: Op) => string {
  const { t } = useTranslation("step");
  return (op) => {
    if (op === "embed" && shape.tokenInput === "onehot") return t("op.onehot");
    if (op !== "cell" && op !== "upper") return t(`op.${op}`);
    const name = t(`cells.${shape.cell}`);
    return decoderLayersOf(shape) > 1
      ? t("op.layer", { cell: name, layer: (layerOf(op) ?? 0) + 1 })
      : name;
  };
}
