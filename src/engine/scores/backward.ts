/** The gradient of every score function in plain arrays and double precision. */
import { additive } from "./additive/backward";
import { concat } from "./concat/backward";
import { diagonal } from "./diagonal/backward";
import { dot } from "./dot/backward";
import { general } from "./general/backward";
import type { ScoreTable } from "./score";

export const SCORES_BACKWARD: ScoreTable<"backward"> = { additive, concat, dot, general, diagonal };
