/**
 * The canvas on which the tiles of a part of the stage draw their pictures. Training changes all of them at once: an image
 * in each tile would cost a load each, and a canvas in each tile a layer each.
 */
import { createContext, type ReactNode, use, useLayoutEffect, useMemo, useRef } from "react";
import type { Square } from "../../../vis/layout/stageBoxes";
import { halvesOf, tileCells } from "../../../vis/layout/tile";
import styles from "./StateTile.module.css";
import { fillCells } from "./tilePixels";
import { useScales } from "./useScales";

interface Sheet {
  /** The drawing surface; null before the canvas is on the page, and in a browser without canvases. */
  readonly context: () => CanvasRenderingContext2D | null;
  /** From a place of the stage to one on the canvas, in its own pixels. */
  readonly placeOf: (square: Square) => Square;
  /** Pixels to fill, the same for all pictures of a size, because making them takes longer than filling them. */
  readonly pixels: (context: CanvasRenderingContext2D, width: number, height: number) => ImageData;
}

const SheetContext = createContext<Sheet | null>(null);

export interface TileSheetProps {
  /** The part of the stage that it covers. */
  readonly area: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly children: ReactNode;
}

export function TileSheet({ area, children }: TileSheetProps): ReactNode {
  const { x, y, width, height } = wholePixels(area);
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = globalThis.devicePixelRatio;
  // Another size empties a canvas. The sheet is then another one, too, so that all tiles draw again.
  const sheet = useMemo<Sheet>(
    () => ({
      context: () => (width * height > 0 ? (canvas.current?.getContext("2d") ?? null) : null),
      placeOf: (square) => ({
        x: Math.round((square.x - x) * ratio),
        y: Math.round((square.y - y) * ratio),
        side: Math.round(square.side * ratio),
      }),
      pixels: reusedPixels(),
    }),
    [x, y, width, height, ratio],
  );
  return (
    <>
      <canvas
        ref={canvas}
        className={styles.sheet}
        width={Math.round(width * ratio)}
        height={Math.round(height * ratio)}
        style={{ left: x, top: y, width, height }}
        aria-hidden="true"
      />
      <SheetContext value={sheet}>{children}</SheetContext>
    </>
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

/**
 * Draws a vector on the sheet around the component.
 * @param split whether the picture has two halves: forward above, backward below
 */
export function useDrawnVector({ x, y, side }: Square, vector: Float32Array, split: boolean): void {
  const sheet = use(SheetContext);
  const scales = useScales();
  useLayoutEffect(() => {
    const context = sheet?.context();
    if (!sheet || !context || !scales) return;
    const place = sheet.placeOf({ x, y, side });
    const parts = split ? halvesOf(vector) : [vector];
    const half = Math.round(place.side / 2);
    parts.forEach((part, i) => {
      const height = split ? [half, place.side - half][i] : place.side;
      const picture = sheet.pixels(context, place.side, height ?? half);
      fillCells(picture, tileCells(part, split ? "half" : "whole"), scales.signed, scales.empty);
      context.putImageData(picture, place.x, place.y + i * half);
    });
  }, [sheet, scales, x, y, side, vector, split]);
  useLayoutEffect(() => {
    if (!sheet) return undefined;
    const place = sheet.placeOf({ x, y, side });
    return () => sheet.context()?.clearRect(place.x, place.y, place.side, place.side);
  }, [sheet, x, y, side]);
}
