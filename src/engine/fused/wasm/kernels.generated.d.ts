/** The compiled kernels in base64; scripts/kernels.mjs makes them from assembly/. */

/** With fixed-width SIMD. */
export const simd: string;
/** With relaxed SIMD, which fuses a product and a sum where the processor can. */
export const relaxed: string;
