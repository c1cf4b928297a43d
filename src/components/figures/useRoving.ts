/** A row of buttons as one tab stop: arrow keys, Home and End move the focus, and nothing wraps. */
import { useState, type FocusEvent, type KeyboardEvent } from "react";
import { moveInGrid } from "../../vis/gridKeys";

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

export function useRoving(count: number): Roving {
  const [active, setActive] = useState(0);
  const current = Math.min(active, count - 1);
  return {
    container: {
      onKeyDown: (event) => {
        const stop = stopOf(event.target);
        if (stop === null || event.key.startsWith("Page")) return;
        const next = moveInGrid(
          event.key,
          false,
          { row: 0, column: stop },
          { rows: 1, columns: count },
        );
        if (!next || next.row !== 0 || event.key === "ArrowDown") return;
        event.preventDefault();
        event.stopPropagation();
        event.currentTarget.querySelector<HTMLElement>(`[data-stop="${next.column}"]`)?.focus();
      },
      onFocus: (event) => setActive(stopOf(event.target) ?? current),
    },
    tabIndexOf: (stop) => (stop === current ? 0 : -1),
  };
}
