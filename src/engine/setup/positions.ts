/** The fixed pattern that marks a position in a Transformer (Vaswani et al. 2017, section 3.5). */

const LONGEST_WAVE = 10_000; // in positions, over 2 pi

/**
 * Sine and cosine in turns, of waves that grow from 2 pi positions to almost 10 000 times as many.
 * @param position 0-based
 * @param size d
 * @returns [d], each in [-1, 1]
 */
export function sinusoid(position: number, size: number): number[] {
  return Array.from({ length: size }, (_, i) => {
    const pair = i - (i % 2);
    const angle = position / LONGEST_WAVE ** (pair / size);
    return i % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  });
}
