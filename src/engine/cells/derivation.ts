/** Every cell written out, one unit at a time. */
import type { CellTable } from "./cell";
import { gru } from "./gru/derivation";
import { lstm } from "./lstm/derivation";
import { rnn } from "./rnn/derivation";

export const CELL_DERIVATIONS: CellTable<"derivation"> = { rnn, gru, lstm };
