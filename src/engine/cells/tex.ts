/** Every cell in TeX. */
import type { CellTable } from "./cell";
import { gru } from "./gru/tex";
import { lstm } from "./lstm/tex";
import { rnn } from "./rnn/tex";

export const CELL_TEX: CellTable<"tex"> = { rnn, gru, lstm };
