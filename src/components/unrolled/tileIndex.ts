/** The elements of the tiles by subject, so that numbers can open beside a tile without a click on it. */
import { writeSubject, type Subject } from "../../engine/results/subject";

type OnTile = (tile: HTMLElement) => void;

export interface TileIndex {
  /** Registers an element as the tile of a subject; returns the function that unregisters it. */
  readonly enter: (subject: Subject, tile: HTMLElement) => () => void;
  /** Calls back with a tile of this subject as soon as one exists; returns the function that cancels the request. */
  readonly find: (subject: Subject, onTile: OnTile) => () => void;
}

export function createTileIndex(): TileIndex {
  const shown = new Map<HTMLElement, string>();
  let awaited: readonly [text: string, onTile: OnTile] | null = null;
  const cancel = (): void => {
    awaited = null;
  };
  return {
    enter(subject, tile) {
      const text = writeSubject(subject);
      shown.set(tile, text);
      if (awaited?.[0] === text) awaited[1](tile);
      return () => shown.delete(tile);
    },
    find(subject, onTile) {
      const text = writeSubject(subject);
      const [tile] = [...shown].find(([, each]) => each === text) ?? [];
      awaited = tile ? null : [text, onTile];
      if (tile) onTile(tile);
      return cancel;
    },
  };
}
