/** A probability and its loss cut to digits that agree: -ln of the probability as written is the loss as written. */

export interface WrittenLoss {
  /** The probability is mantissa times 10 to this power; 0 where it is written out. */
  readonly exponent: number;
  readonly mantissa: number;
  readonly digits: number; // significant digits of the mantissa
  readonly loss: number; // of the probability as written: the exact one to its decimals, but for ties
  readonly decimals: number; // of the loss
}

const LEAST_DIGITS = 3;
const MOST_DIGITS = 5; // wanted only where the loss lies within a hair of being rounded the other way
const WRITTEN_OUT = 0.001; // a smaller probability is written as a power of ten

/** About three significant digits of the loss, as far as they say anything. */
function decimalsOf(loss: number): number {
  if (loss >= 1) return 2;
  return loss >= 0.1 ? 3 : 4;
}

function lossOf(probability: number): number {
  return Math.abs(Math.log(probability)); // not minus 0 for a probability of 1
}

/**
 * The fewest digits, three at least, with which the written probability gives the written loss.
 * @param loss -ln p in nats; the probability is taken from it, so that one cannot disagree with the other
 */
export function writeLoss(loss: number): WrittenLoss {
  const probability = Math.exp(-loss);
  const decimals = decimalsOf(loss);
  const round = (digits: number): number => Number(probability.toPrecision(digits));
  const agrees = (digits: number): boolean =>
    lossOf(round(digits)).toFixed(decimals) === loss.toFixed(decimals);
  let digits = LEAST_DIGITS;
  while (digits < MOST_DIGITS && !agrees(digits)) digits++;
  const rounded = round(digits);
  const exponent = rounded < WRITTEN_OUT ? Math.floor(Math.log10(rounded)) : 0;
  return { exponent, mantissa: rounded / 10 ** exponent, digits, loss: lossOf(rounded), decimals };
}
