/** Tensors with their shapes: the inputs of an operation, its parameters and its results. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { ShapedTensor } from "../../vis/tex/operations";
import { MathText } from "../unrolled/MathText";
import styles from "./Shapes.module.css";

export interface ShapesProps {
  readonly tensors: readonly ShapedTensor[];
  readonly label: string;
}

export function Shapes({ tensors, label }: ShapesProps): ReactNode {
  const { t } = useTranslation("step");
  return (
    <ul className={styles.shapes} aria-label={label}>
      {tensors.map(({ symbol, shape, role }) => (
        <li
          key={role + symbol}
          className={styles.tensor}
          data-role={role}
          title={role === "learned" ? t("learned") : undefined}
        >
          <MathText>{`${symbol} [${shape.join(", ")}]`}</MathText>
        </li>
      ))}
    </ul>
  );
}
