/** Buttons in a row, a column or a grid as one tab stop: arrow keys, Home and End move the focus, without wrapping. */
import { useState, type FocusEvent, type KeyboardEvent } from "react";
import { moveInGrid } from "../../vis/layout/gridKeys";

interface Roving {
  /** For the container; its buttons carry data-stop="0", "1", ... */
  readonly container: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
    readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  };
  readonly tabIndexOf: (stop: number) => 0 | -1;
}

function stopOf(target: EventTarget): number | null {
  const stop =
    target instanceof HTMLElement
      ? target.closest<HTMLElement>("[data-stop]")?.dataset["stop"]
      : undefined;
  return stop === undefined ? null : Number(stop);
}

/** In a column, up and down do what left and right do in a row. */
const ALONG_COLUMN: Readonly<Record<string, string>> = {
  ArrowUp: "ArrowLeft",
  ArrowDown: "ArrowRight",
  ArrowLeft: "",
  ArrowRight: "",
};

export function useRoving(count: number, axis: "row" | "column" = "row"): Roving {
  const [active, setActive] = useState(0);
  const current = Math.min(active, count - 1);
  return {
    container: {
      onKeyDown: (event) => {
        const stop = stopOf(event.target);
        const key = (axis === "column" ? ALONG_COLUMN[event.key] : undefined) ?? event.key;
        if (stop === null || key.startsWith("Page")) return;
        const next = moveInGrid(key, false, { row: 0, column: stop }, { rows: 1, columns: count });
        if (!next || next.row !== 0 || key === "ArrowDown") return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.querySelector<HTMLElement>(`[data-stop="${next.column}"]`)?.focus();
      },
      onFocus: (event) => setActive(stopOf(event.target) ?? current),
    },
    tabIndexOf: (stop) => (stop === current ? 0 : -1),
  };
}

/** The same for the cells of a grid, whose last row may be shorter. */
export function useRovingGrid(count: number, columns: number): Roving {
  const [active, setActive] = useState(0);
  const current = Math.min(active, count - 1);
  return {
    container: {
      onKeyDown: (event) => {
        const stop = stopOf(event.target);
        if (stop === null) return;
        const cell = { row: Math.floor(stop / columns), column: stop % columns };
        const rows = Math.ceil(count / columns);
        const next = moveInGrid(event.key, event.ctrlKey, cell, { rows, columns });
        if (!next || next.row < 0) return;
        event.preventDefault();
        event.stopPropagation();
        const to = Math.min(count - 1, next.row * columns + next.column);
        event.currentTarget.querySelector<HTMLElement>(`[data-stop="${to}"]`)?.focus();
      },
      onFocus: (event) => setActive(stopOf(event.target) ?? current),
    },
    tabIndexOf: (stop) => (stop === current ? 0 : -1),
  };
}
