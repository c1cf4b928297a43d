/** The gradient of every cell in plain arrays and double precision. */
import type { CellTable } from "./cell";
import { gru } from "./gru/backward";
import { lstm } from "./lstm/backward";
import { rnn } from "./rnn/backward";

export const CELLS_BACKWARD: CellTable<"backward"> = { rnn, gru, lstm };
