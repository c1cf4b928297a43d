/** The strength with which the stage draws a gradient: sizes and widths are logarithmic, like the chart. */

/** A gradient of 10^-DECADES times the longest is not drawn. */
export const DECADES = 4;

/** From a length to [0, 1]: 1 for the longest, 1 / DECADES less for each factor of ten. */
export function strengthOf(length: number, longest: number): number {
  if (!(length > 0) || !(longest > 0)) return 0;
  return Math.max(0, Math.min(1, 1 + Math.log10(length / longest) / DECADES));
}
