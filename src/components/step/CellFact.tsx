/** How much a cell's gates let through on average in this step. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { mean } from "d3-array";
import type { GateName } from "../../engine/results/trace";
import type { Op } from "../../engine/results/operation";
import { layerOf } from "../../vis/tex/operations";
import type { Shown } from "../unrolled/shown";
import { useFormat } from "../primitives/useFormat";
import styles from "./OpDetail.module.css";

export interface CellFactProps extends Shown {
  readonly op: Op;
}

export function CellFact({ trace, step, op }: CellFactProps): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const layer = step.layers[layerOf(op) ?? -1];
  if (!layer) return null;
  const share = (gate: GateName): string => format.percent(mean(layer.gates[gate] ?? []) ?? 0, 0);
  const shares = {
    update: share("update"),
    forget: share("forget"),
    input: share("input"),
    output: share("output"),
  };
  return <p className={styles.fact}>{t(`fact.${trace.shape.cell}`, shares)}</p>;
}
