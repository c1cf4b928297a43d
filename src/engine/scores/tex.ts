/** Every score function in TeX. */
import { additive } from "./additive/tex";
import { concat } from "./concat/tex";
import { diagonal } from "./diagonal/tex";
import { dot } from "./dot/tex";
import { general } from "./general/tex";
import type { ScoreTable } from "./score";

export const SCORE_TEX: ScoreTable<"tex"> = { additive, concat, dot, general, diagonal };
