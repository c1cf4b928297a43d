/** Code and claims of course notes about the model itself: its states, shapes and sizes. */
import { diagonal, finalPair, permuted } from "./modelMistakes";
import { dropout, narrow } from "./sizeMistakes";

export const MISTAKES_INSIDE = [finalPair, permuted, narrow, dropout, diagonal] as const;
