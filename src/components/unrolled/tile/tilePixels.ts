/** A tile's picture in the pixels of the screen. */
import type { Rgb } from "../../../vis/color";
import type { TileCells } from "../../../vis/layout/tile";

const OPAQUE = 255;

/** The cell of a pixel, where `cells` of them share this many pixels. */
const cellAt = (pixel: number, cells: number, pixels: number): number =>
  Math.floor((pixel * cells) / pixels);

/** Fills the picture with the cells, row by row from the top. Places without a value get the colour `empty`. */
export function fillCells(
  { data, width, height }: ImageData,
  cells: TileCells,
  colorOf: (value: number) => Rgb,
  empty: Rgb,
): void {
  const { columns, rows, values } = cells;
  const line = 4 * width; // bytes
  let before = -1;
  for (let y = 0; y < height; y++) {
    const row = cellAt(y, rows, height);
    if (row === before) {
      data.copyWithin(line * y, line * (y - 1), line * y);
      continue;
    }
    before = row;
    for (let x = 0; x < width; x++) {
      const value = values[row * columns + cellAt(x, columns, width)];
      const [red, green, blue] = value === undefined ? empty : colorOf(value);
      const at = line * y + 4 * x;
      data[at] = red;
      data[at + 1] = green;
      data[at + 2] = blue;
      data[at + 3] = OPAQUE;
    }
  }
}
