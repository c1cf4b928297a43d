/** The part of the stage above the map: source tokens, the encoder's tiles, and the headings of the rail. */
import type { StageShape } from "./stageShape";
import { isRoomy, MIN_PITCH, tileSize } from "./stageSizes";

export interface StageHeader {
  /** Top of the encoder's title; null without room for it. */
  readonly titleTop: number | null;
  readonly tokensTop: number;
  readonly tokensHeight: number;
  readonly tilesTop: number;
  /** Font of a source token. */
  readonly font: number;
  /** Whether source tokens are slanted, because they are wider than their columns. */
  readonly slanted: boolean;
  /** y of the headings of the rail. */
  readonly headingsTop: number;
  /** y of the lane under the tiles, in which the backward state travels to the bridge. */
  readonly laneY: number;
  readonly mapTop: number;
}

const TITLE_HEIGHT = 22;
const HEADING_HEIGHT = 20;
const FONT = { largest: 24, upright: 14, slanted: 15, tight: 16 };
const LEAN = 0.71; // sine of 45 degrees

/** Font of the source: as large as its columns allow; slanted where even small words do not fit. */
function tokenFont({ sourceEm }: StageShape, columnPitch: number, roomy: boolean) {
  const largest = roomy ? FONT.largest : FONT.tight;
  const fitting = Math.floor((columnPitch - 6) / Math.max(0.3, sourceEm));
  const slanted = fitting < FONT.upright;
  return { slanted, font: slanted ? FONT.slanted : Math.min(largest, fitting) };
}

function tokensHeight(sourceEm: number, { font, slanted }: ReturnType<typeof tokenFont>): number {
  if (!slanted) return Math.round(font * 1.3) + 3;
  return Math.min(92, Math.round(sourceEm * font * LEAN + font + 4));
}

/**
 * The header over rows of this height.
 * @param room height that the rows leave, and the width of the stage's room; a header without room has no title, and
 *   over the smallest cells it shortens slanted words
 */
export function stageHeader(
  shape: StageShape,
  pitch: number,
  columnPitch: number,
  room: { readonly height: number; readonly width: number },
): StageHeader {
  const roomy = isRoomy(pitch);
  const tile = tileSize(pitch);
  const font = tokenFont(shape, columnPitch, roomy);
  const wanted = tokensHeight(shape.sourceEm, font);
  const arrowDown = roomy ? 9 : 7; // from a token to its tile
  const below = arrowDown + tile + belowTiles(shape, roomy);
  const title = room.height - below - wanted >= TITLE_HEIGHT ? TITLE_HEIGHT : 0;
  const canShorten = font.slanted && pitch === MIN_PITCH;
  const left = Math.floor(room.height - below - title);
  const height = canShorten ? shortened(wanted, left, room.width < NARROW) : wanted;
  const tilesTop = title + height + arrowDown;
  const mapTop = title + height + below;
  return {
    titleTop: title > 0 ? 0 : null,
    tokensTop: title,
    tokensHeight: height,
    tilesTop,
    ...font,
    headingsTop: mapTop - HEADING_HEIGHT,
    laneY: tilesTop + tile + (roomy ? 23 : 6),
    mapTop,
  };
}

const LEAST_SLANTED = 33; // two characters and an ellipsis
const SLANTED = 52; //       four characters and an ellipsis

const NARROW = 480; // pixels: the stage of a phone, where no pointer shows the whole word

/** Height of slanted words. A narrow stage, or one that scrolls down in any case, rather scrolls: they stay over its rows. */
function shortened(wanted: number, room: number, isNarrow: boolean): number {
  const least = isNarrow || room < LEAST_SLANTED ? SLANTED : LEAST_SLANTED;
  return Math.min(wanted, Math.max(least, room));
}

/** Space between the encoder's tiles and the map: names of the states, the lane to the bridge, headings. */
function belowTiles({ bothWays }: StageShape, roomy: boolean): number {
  const lane = bothWays ? (roomy ? 28 : 8) : roomy ? 8 : 0;
  return lane + HEADING_HEIGHT;
}
