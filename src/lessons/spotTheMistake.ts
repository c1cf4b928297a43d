/** Code as course notes print it: what does it really do? */
import { diagonal, ended, finalPair, length, permuted } from "./modelMistakes";
import { dropout, narrow } from "./sizeMistakes";
import { coin, firstRow, noStart, padLoss, twice } from "./trainingMistakes";

export const SPOT_THE_MISTAKE = [
  coin,
  twice,
  firstRow,
  noStart,
  padLoss,
  length,
  ended,
  finalPair,
  permuted,
  narrow,
  dropout,
  diagonal,
] as const;
