/** Numbers of 16 bits (IEEE 754 binary16), in which the shipped models are stored. */

const real = new Float32Array(1);
const bits = new Uint32Array(real.buffer);

const SMALLEST_NORMAL = 0x38800000; // 2^-14 as a float32
const EXPONENT_SHIFT = 0x38000000; // the biases of the two formats differ by 112
const TOO_LARGE = 0x47800000; // 2^16, where rounding up has no finite value

/** The nearest 16-bit number, ties to even; beyond 65,504 infinity. */
function halfOf(value: number): number {
  real[0] = value;
  const all = bits[0] ?? 0;
  const sign = (all >>> 16) & 0x8000;
  const size = all & 0x7fffffff;
  if (size < SMALLEST_NORMAL) return sign | toEven(Math.abs(value) * 2 ** 24);
  const rounded = size + 0xfff + ((size >>> 13) & 1);
  return sign | (rounded >= TOO_LARGE ? 0x7c00 : (rounded - EXPONENT_SHIFT) >>> 13);
}

/** The nearest whole number of a number of at least 0, ties to even. */
function toEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}

function valueOf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = (half & 0x3ff) / 1024;
  if (exponent === 0) return sign * fraction * 2 ** -14;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : Number.NaN;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

/** The bits of the nearest 16-bit numbers. */
export function toHalf(values: Float32Array): Uint16Array {
  return Uint16Array.from(values, halfOf);
}

export function fromHalf(halves: Uint16Array): Float32Array {
  return Float32Array.from(halves, valueOf);
}
