/** Every score function in plain arrays and double precision. */
import { additive } from "./additive/reference";
import { concat } from "./concat/reference";
import { diagonal } from "./diagonal/reference";
import { dot } from "./dot/reference";
import { general } from "./general/reference";
import type { ScoreTable } from "./score";

export const REFERENCE_SCORES: ScoreTable<"reference"> = {
  additive,
  concat,
  dot,
  general,
  diagonal,
};
