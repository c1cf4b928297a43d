/** Reads the attention map from the accessible names of its cells, as a screen reader does. */
import type { Locator } from "@playwright/test";

export interface Cell {
  readonly step: number;
  readonly output: string;
  readonly source: string;
  readonly weight: number; // two digits, as announced
}

const NAME = /^step (\d+), output (.+), source (.+), weight ([\d.]+)/;

/** The cells by decoder step. */
export async function readRows(grid: Locator): Promise<Cell[][]> {
  const names = await grid
    .getByRole("gridcell")
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("aria-label") ?? ""));
  const map: Cell[][] = [];
  for (const name of names) {
    const [, step, output, source, weight] = NAME.exec(name) ?? [];
    if (step === undefined || output === undefined || source === undefined)
      throw new Error(`attention map: unexpected cell name "${name}"`);
    (map[Number(step) - 1] ??= []).push({
      step: Number(step),
      output,
      source,
      weight: Number(weight),
    });
  }
  return map;
}

/** The source token with the largest weight in each row. */
export function strongestSources(map: readonly Cell[][]): string[] {
  return map.map(
    (row) => row.reduce((best, cell) => (cell.weight > best.weight ? cell : best)).source,
  );
}
