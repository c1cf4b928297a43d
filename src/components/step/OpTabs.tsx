/** The operations of a step as tabs, numbered in the order in which they happen. */
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { moveInGrid } from "../../vis/layout/gridKeys";
import type { ModelShape } from "../../engine/setup/modelShape";
import { layerOf, type Op } from "../../vis/tex/operations";
import css from "./OpTabs.module.css";

/** What an operation is called: a cell by its kind and, of two layers, its number; a token's vector by what it is. */
function useOpName({ cell, layers, tokenInput }: ModelShape): (op: Op) => string {
  const { t } = useTranslation("step");
  return (op) => {
    if (op === "embed" && tokenInput === "onehot") return t("op.onehot");
    if (op !== "cell" && op !== "upper") return t(`op.${op}`);
    const name = t(`cells.${cell}`);
    return layers > 1 ? t("op.layer", { cell: name, layer: (layerOf(op) ?? 0) + 1 }) : name;
  };
}

export interface OpTabsProps {
  readonly shape: ModelShape;
  readonly ops: readonly Op[];
  readonly chosen: Op;
  readonly onChoose: (op: Op) => void;
  /** Id of the panel that the tabs switch; a tab's own id is `${panel}-${op}`. */
  readonly panel: string;
}

export function OpTabs({ shape, ops, chosen, onChoose, panel }: OpTabsProps): ReactNode {
  const { t } = useTranslation("step");
  const nameOf = useOpName(shape);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (!["ArrowLeft", "ArrowRight", "Home", "End"].includes(event.key)) return;
    const from = { row: 0, column: ops.indexOf(chosen) };
    const next = moveInGrid(event.key, false, from, { rows: 1, columns: ops.length });
    const op = next && ops[next.column];
    if (!op) return;
    event.preventDefault();
    onChoose(op);
    document.getElementById(`${panel}-${op}`)?.focus();
  };
  return (
    <div
      role="tablist"
      aria-label={t("ops")}
      className={css.tabs}
      data-count={ops.length}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {ops.map((op, i) => (
        <button
          key={op}
          id={`${panel}-${op}`}
          type="button"
          role="tab"
          className={css.tab}
          aria-selected={op === chosen}
          aria-controls={panel}
          tabIndex={op === chosen ? 0 : -1}
          onClick={() => onChoose(op)}
        >
          <span className={css.order} aria-hidden="true">
            {i + 1}
          </span>
          {nameOf(op)}
        </button>
      ))}
    </div>
  );
}
