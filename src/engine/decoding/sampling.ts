/** Drawing a token from the model's distribution instead of taking the likeliest. */

/**
 * The token in whose share of [0, 1) the number u falls, where the shares are softmax(logits / temperature).
 * Below 1 a temperature sharpens the distribution towards the argmax, above 1 it flattens it.
 * @param logits [V]
 * @param temperature above 0
 * @param u uniform in [0, 1)
 */
export function sampleToken(logits: Float32Array, temperature: number, u: number): number {
  const largest = logits.reduce((a, b) => Math.max(a, b), -Infinity);
  const shares = Array.from(logits, (logit) => Math.exp((logit - largest) / temperature));
  const total = shares.reduce((a, b) => a + b, 0);
  let rest = u * total;
  const drawn = shares.findIndex((share) => (rest -= share) < 0);
  if (drawn >= 0) return drawn;
  const last = shares.findLastIndex((share) => share > 0); // rounding may leave a rest
  return Math.max(0, last); // where no share is a number: the first, as argmax has it
}
