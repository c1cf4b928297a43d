/** The elements of the tiles by subject, so that numbers can open beside a tile without a click on it. */
import { writeSubject, type Subject } from "../../engine/results/subject";

type Tell = (tile: HTMLElement) => void;

export interface TileIndex {
  /** Registers an element as the tile of a subject; returns the function that unregisters it. */
  readonly enter: (subject: Subject, tile: HTMLElement) => () => void;
  /** Calls back with a tile of this subject as soon as one exists; returns the function that cancels the request. */
  readonly find: (subject: Subject, tell: Tell) => () => void;
}

export function createTileIndex(): TileIndex {
  const shown = new Map<HTMLElement, string>();
  let sought: readonly [text: string, tell: Tell] | null = null;
  const stop = (): void => {
    sought = null;
  };
  return {
    enter(subject, tile) {
      const text = writeSubject(subject);
      shown.set(tile, text);
      if (sought?.[0] === text) sought[1](tile);
      return () => shown.delete(tile);
    },
    find(subject, tell) {
      const text = writeSubject(subject);
      const [tile] = [...shown].find(([, each]) => each === text) ?? [];
      sought = tile ? null : [text, tell];
      if (tile) tell(tile);
      return stop;
    },
  };
}
