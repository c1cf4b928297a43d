/** Code as course notes print it, around the model: what is fed, what the loss is of, and where an answer ends. */
import { ended, length } from "./endMistakes";
import { coin, firstRow, noStart, padLoss, twice } from "./trainingMistakes";

export const SPOT_THE_MISTAKE = [coin, twice, firstRow, noStart, padLoss, length, ended] as const;
