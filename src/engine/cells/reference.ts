/** Every cell in plain arrays and double precision. */
import type { CellTable } from "./cell";
import { gru } from "./gru/reference";
import { lstm } from "./lstm/reference";
import { rnn } from "./rnn/reference";

export const REFERENCE_CELLS: CellTable<"reference"> = { rnn, gru, lstm };
