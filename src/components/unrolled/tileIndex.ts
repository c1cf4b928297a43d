/** Where the tiles stand that show a subject, so that its numbers can open beside one that was not clicked. */
import { writeSubject, type Subject } from "../../engine/results/subject";

type Tell = (tile: HTMLElement) => void;

export interface TileIndex {
  /** Notes that an element shows a subject; returns what takes that back. */
  readonly enter: (subject: Subject, tile: HTMLElement) => () => void;
  /** Tells of a tile of this subject, as soon as there is one; returns what calls that off. */
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
