/** A probability and its loss, rounded so that -ln of the written probability is the written loss. */

export interface WrittenLoss {
  /** Power of ten of the mantissa; 0 for a probability in plain notation. */
  readonly exponent: number;
  readonly mantissa: number;
  readonly digits: number; // significant digits of the mantissa
  readonly loss: number; // -ln of the written probability; equals the exact loss at these decimals, except for ties
  readonly decimals: number; // of the loss
}

/** A smaller loss would be written as zero, although only a probability of 1 has none. */
export const LEAST_WRITTEN_LOSS = 0.00005;

const LEAST_DIGITS = 3;
const MOST_DIGITS = 5; // needed only for a loss very close to a rounding boundary
const WRITTEN_OUT = 0.001; // a smaller probability has a power of ten

/** Decimals for about three significant digits of the loss. */
function decimalsOf(loss: number): number {
  if (loss >= 1) return 2;
  return loss >= 0.1 ? 3 : 4;
}

function lossOf(probability: number): number {
  return Math.abs(Math.log(probability)); // avoids -0 for a probability of 1
}

/**
 * Chooses the fewest digits, at least three, for which the written probability gives the written loss.
 * @param loss -ln p in nats; the probability is computed from it, so the two agree
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
