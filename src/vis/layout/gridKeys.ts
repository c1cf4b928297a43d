/** Keyboard moves of an ARIA grid, without wrapping. Row -1 holds the column headers. */

export interface GridCell {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
}

const PAGE = 5; // rows that PageUp and PageDown move

type Move = (cell: GridCell, size: GridSize) => GridCell;

const MOVES: Readonly<Record<string, Move>> = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  PageUp: ({ row, column }) => ({ row: Math.max(Math.min(row, 0), row - PAGE), column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

const CONTROL_MOVES: Readonly<Record<string, Move>> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, { rows, columns }) => ({ row: rows - 1, column: columns - 1 }),
};

/** The cell that a key leads to; null for a key that the grid does not use. */
export function moveInGrid(
  key: string,
  control: boolean,
  cell: GridCell,
  size: GridSize,
): GridCell | null {
  const move = control ? CONTROL_MOVES[key] : MOVES[key];
  if (!move) return null;
  const { row, column } = move(cell, size);
  return {
    row: Math.max(-1, Math.min(size.rows - 1, row)),
    column: Math.max(0, Math.min(size.columns - 1, column)),
  };
}
