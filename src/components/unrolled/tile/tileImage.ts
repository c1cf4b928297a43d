/**
 * A tile's picture as the address of a small bitmap. A browser gives each canvas a layer of its own, and each layer
 * costs time in every frame; an image with a data address is painted with the page.
 */
import type { Rgb } from "../../../vis/color";
import type { TileCells } from "../../../vis/layout/tile";

const HEADER = 54; // bytes: the file's header and BITMAPINFOHEADER

/** A data address of 32-bit pixels, row by row from the top. Places without a value get the colour `empty`. */
export function tileImage(cells: TileCells, colorOf: (value: number) => Rgb, empty: Rgb): string {
  const { columns, rows, values } = cells;
  const pixels = columns * rows;
  const bytes = new Uint8Array(HEADER + 4 * pixels);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x42_4d); // "BM"
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, HEADER, true);
  view.setUint32(14, HEADER - 14, true);
  view.setInt32(18, columns, true);
  view.setInt32(22, -rows, true); // negative: the top row comes first
  view.setUint16(26, 1, true); // plane
  view.setUint16(28, 32, true); // bits
  for (let i = 0; i < pixels; i++) {
    const value = values[i];
    const [red, green, blue] = value === undefined ? empty : colorOf(value);
    bytes.set([blue, green, red], HEADER + 4 * i);
  }
  return `data:image/bmp;base64,${btoa(String.fromCharCode(...bytes))}`;
}
