/** Mouse and keyboard of the attention map: every cell that they reach becomes the selected pair. */
import {
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from "react";
import { moveInGrid, type GridCell, type GridSize } from "../../../vis/layout/gridKeys";
import type { OnSelect } from "../shown";

interface GridKeys {
  readonly ref: RefObject<HTMLDivElement | null>;
  /** The column whose header is the grid's tab stop; null where the selected cell is the tab stop. */
  readonly header: number | null;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onClick: (event: MouseEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The cell of an event: row -1 for a column header, column -1 for a row header. */
function cellOf(target: EventTarget): GridCell | null {
  const element = target instanceof HTMLElement ? target.closest<HTMLElement>("[data-row]") : null;
  if (!element) return null;
  return { row: Number(element.dataset["row"]), column: Number(element.dataset["column"] ?? -1) };
}

/** For the grid's element; its cells carry data-row and data-column. */
export function useGridKeys(size: GridSize, onSelect: OnSelect): GridKeys {
  const ref = useRef<HTMLDivElement>(null);
  const [header, setHeader] = useState<number | null>(null);
  const choose = ({ row, column }: GridCell): void => {
    if (row >= 0) onSelect(row, column >= 0 ? column : null);
  };
  return {
    ref,
    header: header !== null && header < size.columns ? header : null,
    onFocus: (event) => {
      const cell = cellOf(event.target);
      setHeader(cell && cell.row < 0 ? cell.column : null);
    },
    onClick: (event) => {
      const cell = cellOf(event.target);
      if (cell) choose(cell);
    },
    onKeyDown: (event) => {
      const { target } = event;
      if (event.key === " " && target instanceof HTMLElement && target.role === "gridcell")
        event.preventDefault(); // otherwise the page scrolls
      const from = cellOf(event.target);
      const to = from && moveInGrid(event.key, event.ctrlKey || event.metaKey, from, size);
      if (!to || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      choose(to);
      const place = `[data-row="${to.row}"][data-column="${to.column}"]`;
      ref.current?.querySelector<HTMLElement>(place)?.focus();
    },
  };
}
