/** The tensors of an operation with their shapes: what goes in, and what comes out. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShapedTensor } from "../../vis/ops";
import css from "./Shapes.module.css";

export function Shapes({ tensors }: { readonly tensors: readonly ShapedTensor[] }): ReactNode {
  const { t } = useTranslation("step");
  return (
    <ul className={css.shapes} aria-label={t("shapes")}>
      {tensors.map(({ symbol, shape }, i) => (
        <li
          key={symbol}
          className={css.tensor}
          data-result={(i > 0 && i === tensors.length - 1) || undefined}
        >
          {`${symbol} [${shape.join(", ")}]`}
        </li>
      ))}
    </ul>
  );
}
