/** Every cell on the tensor library, which differentiates it. */
import type { CellTable } from "./cell";
import { gru } from "./gru/textbook";
import { lstm } from "./lstm/textbook";
import { rnn } from "./rnn/textbook";

export const TEXTBOOK_CELLS: CellTable<"textbook"> = { rnn, gru, lstm };
