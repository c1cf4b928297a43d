/**
 * The canvas on which the pictures of a part of the stage lie, under the frames of its tiles. Training changes all of them
 * at once: an image in each tile would cost a load each, and a canvas in each tile a layer each.
 */
import { type ReactNode, type RefObject, useLayoutEffect, useMemo, useRef } from "react";
import type { Scales } from "../../../vis/color";
import type { Square } from "../../../vis/layout/stageBoxes";
import { halvesOf, tileCells } from "../../../vis/layout/tile";
import styles from "./StateTile.module.css";
import { fillCells } from "./tilePixels";
import { useScales } from "./useScales";

/** The picture of a tile. */
export interface DrawnVector {
  readonly picture: Square;
  readonly vector: Float32Array;
  /** Whether it has two halves: forward above, backward below. */
  readonly split: boolean;
}

interface Sheet {
  /** The drawing surface; null before the canvas is on the page, and in a browser without canvases. */
  readonly context: () => CanvasRenderingContext2D | null;
  /** From a place of the stage to one on the canvas, in its own pixels. */
  readonly placeOf: (square: Square) => Square;
  /** Pixels to fill, the same for all pictures of a size, because making them takes longer than filling them. */
  readonly pixels: (context: CanvasRenderingContext2D, width: number, height: number) => ImageData;
}

export interface TileSheetProps {
  /** The part of the stage that it covers. */
  readonly area: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  /** The same array until one of them changes. */
  readonly pictures: readonly DrawnVector[];
}

export function TileSheet({ area, pictures }: TileSheetProps): ReactNode {
  const { x, y, width, height } = wholePixels(area);
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = globalThis.devicePixelRatio;
  const sheet = useSheet(canvas, { x, y, width, height }, ratio);
  usePictures(sheet, pictures);
  return (
    <canvas
      ref={canvas}
      className={styles.sheet}
      width={Math.round(width * ratio)}
      height={Math.round(height * ratio)}
      style={{ left: x, top: y, width, height }}
      aria-hidden="true"
    />
  );
}

/** Another size empties a canvas. The sheet is then another one, too, so that all pictures are drawn again. */
function useSheet(
  canvas: RefObject<HTMLCanvasElement | null>,
  { x, y, width, height }: TileSheetProps["area"],
  ratio: number,
): Sheet {
  return useMemo<Sheet>(
    () => ({
      context: () => (width * height > 0 ? (canvas.current?.getContext("2d") ?? null) : null),
      placeOf: (square) => ({
        x: Math.round((square.x - x) * ratio),
        y: Math.round((square.y - y) * ratio),
        side: Math.round(square.side * ratio),
      }),
      pixels: reusedPixels(),
    }),
    [canvas, x, y, width, height, ratio],
  );
}

function reusedPixels(): Sheet["pixels"] {
  const made = new Map<string, ImageData>();
  return (context, width, height) => {
    const key = `${width} ${height}`;
    const pixels = made.get(key) ?? context.createImageData(width, height);
    made.set(key, pixels);
    return pixels;
  };
}

/** The area, grown to whole pixels: tiles lie on whole pixels, too. */
function wholePixels({ x, y, width, height }: TileSheetProps["area"]): TileSheetProps["area"] {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  return {
    x: left,
    y: top,
    width: Math.ceil(x + width) - left,
    height: Math.ceil(y + height) - top,
  };
}

/** Draws all pictures, because training changes them together. */
function usePictures(sheet: Sheet, pictures: readonly DrawnVector[]): void {
  const scales = useScales();
  useLayoutEffect(() => {
    const context = sheet.context();
    if (!context || !scales) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    for (const picture of pictures) drawPicture(sheet, context, scales, picture);
  }, [sheet, scales, pictures]);
}

function drawPicture(
  sheet: Sheet,
  context: CanvasRenderingContext2D,
  scales: Scales,
  { picture, vector, split }: DrawnVector,
): void {
  const { x, y, side } = sheet.placeOf(picture);
  const half = Math.round(side / 2);
  const parts = split ? halvesOf(vector) : [vector];
  parts.forEach((part, i) => {
    const height = split ? ([half, side - half][i] ?? half) : side;
    const pixels = sheet.pixels(context, side, height);
    fillCells(pixels, tileCells(part, split ? "half" : "whole"), scales.signed, scales.empty);
    context.putImageData(pixels, x, y + i * half);
  });
}
