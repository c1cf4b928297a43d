/** Where a tile and its picture lie on the stage. */

/** A square in the coordinates of the stage, in CSS pixels. */
export interface Square {
  readonly x: number;
  readonly y: number;
  readonly side: number;
}

/** The top left corner of the button's box, its side, and the side of the picture in it. */
export interface TilePlace {
  readonly x: number;
  readonly y: number;
  readonly box: number;
  readonly tile: number;
}

/** The picture in whole pixels, because it lies on a canvas. */
export function pictureOf({ x, y, box, tile }: TilePlace): Square {
  const inset = (box - tile) / 2;
  return { x: Math.round(x + inset), y: Math.round(y + inset), side: tile };
}
