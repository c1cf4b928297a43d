/** The tensors of an operation with their shapes: what goes in, and what comes out. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShapedTensor } from "../../vis/ops";
import { MathText } from "../figures/MathText";
import css from "./Shapes.module.css";

export function Shapes({ tensors }: { readonly tensors: readonly ShapedTensor[] }): ReactNode {
  const { t } = useTranslation("step");
  return (
    <ul className={css.shapes} aria-label={t("shapes")}>
      {tensors.map(({ symbol, shape, role }) => (
        <li
          key={role + symbol}
          className={css.tensor}
          data-role={role}
          title={role === "learned" ? t("learned") : undefined}
        >
          <MathText>{`${symbol} [${shape.join(", ")}]`}</MathText>
        </li>
      ))}
    </ul>
  );
}
