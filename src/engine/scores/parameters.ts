/** The parameters of every score function, with their sizes. */
import { additive } from "./additive/parameters";
import { concat } from "./concat/parameters";
import { diagonal } from "./diagonal/parameters";
import { dot } from "./dot/parameters";
import { general } from "./general/parameters";
import type { ScoreTable } from "./score";

export const SCORE_PARAMETERS: ScoreTable<"parameters"> = {
  additive,
  concat,
  dot,
  general,
  diagonal,
};
