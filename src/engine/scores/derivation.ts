/** Every score function written out. */
import { additive } from "./additive/derivation";
import { concat } from "./concat/derivation";
import { diagonal } from "./diagonal/derivation";
import { dot } from "./dot/derivation";
import { general } from "./general/derivation";
import type { ScoreTable } from "./score";

export const SCORE_DERIVATIONS: ScoreTable<"derivation"> = {
  additive,
  concat,
  dot,
  general,
  diagonal,
};
