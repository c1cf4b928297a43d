/** Every score function on the tensor library, which differentiates it. */
import { additive } from "./additive/textbook";
import { concat } from "./concat/textbook";
import { diagonal } from "./diagonal/textbook";
import { dot } from "./dot/textbook";
import { general } from "./general/textbook";
import type { ScoreTable } from "./score";

export const TEXTBOOK_SCORES: ScoreTable<"textbook"> = { additive, concat, dot, general, diagonal };
