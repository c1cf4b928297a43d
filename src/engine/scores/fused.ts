/** Every score function on the fused operations, with gradients. */
import { additive } from "./additive/fused";
import { concat } from "./concat/fused";
import { diagonal } from "./diagonal/fused";
import { dot } from "./dot/fused";
import { general } from "./general/fused";
import type { ScoreTable } from "./score";

export const FUSED_SCORES: ScoreTable<"fused"> = { additive, concat, dot, general, diagonal };
