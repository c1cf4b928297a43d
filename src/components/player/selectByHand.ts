import { select, setPlaying } from "../../state/store";

/** What picking a pair in a figure does: the pair becomes the one on show, and playback ends. */
export function selectByHand(step: number, column: number | null): void {
  setPlaying(false);
  select(step, column);
}
