/** Seeded random numbers: the same seed gives the same run, and every use has its own stream. */

export interface Random {
  /** Uniform in [0, 1), 32 random bits. */
  next(): number;
  /**
   * Whole number in [0, bound), uniform up to a relative error of bound / 2^32.
   * @throws unless the bound is a whole number from 1 to 2^32
   */
  below(bound: number): number;
  /** An independent stream: drawing from it does not move this one. fork("a").fork("b") is fork("a/b"). */
  fork(label: string, at?: RandomPosition): Random;
  /** The state of the stream. A stream of the same seed and label that starts from it continues with the next draw. */
  position(): RandomPosition;
}

/** The four words of the generator's state. */
export type RandomPosition = readonly [a: number, b: number, c: number, counter: number];

/** 32-bit FNV-1a hash of a text's UTF-16 code units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Spreads nearby seeds: the 32-bit finalizer of MurmurHash3 (Appleby 2008). */
export function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/**
 * The sfc32 generator (Doty-Humphrey, PractRand), seeded by a number and a label.
 * A fork depends only on the seed and the labels, not on earlier draws.
 * @param at the saved position of an earlier stream of this seed and label; the beginning if undefined
 */
export function createRandom(seed: number, label = "", at?: RandomPosition): Random {
  let [a, b, c, counter] = at ?? beginning(seed, label);
  const nextBits = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  if (!at) for (let i = 0; i < 12; i++) nextBits();
  return {
    next: () => nextBits() / 2 ** 32,
    below: (bound) => {
      if (!Number.isInteger(bound) || bound < 1 || bound > 2 ** 32)
        throw new Error(`random: expected a bound from 1 to 2^32, got ${bound}`);
      return Math.floor((nextBits() / 2 ** 32) * bound);
    },
    fork: (child, from) => createRandom(seed, `${label}/${child}`, from),
    position: () => [a, b, c, counter],
  };
}

function beginning(seed: number, label: string): RandomPosition {
  const a = mix(seed);
  const b = mix(a ^ hashText(label));
  return [a, b, mix(b + 0x9e3779b9), 1];
}
