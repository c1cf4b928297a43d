/** Number formats of the figures. */

export const MINUS = "−"; // as wide as a plus sign, so columns of signed numbers line up

/** Fixed decimals with a minus sign, never "−0.00". */
export function signed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** Two digits after the sign, for narrow tables: "−.52", "1.0", "−12". */
export function compactSigned(value: number): string {
  const size = Math.abs(value);
  if (size >= 9.95) return signed(value, 0);
  return size >= 0.995 ? signed(value, 1) : signed(value).replace(/^(−?)0\./, "$1.");
}

/** An attention weight in a small cell: ".64", "1.0", or "" if it rounds to 0. */
export function shortWeight(weight: number): string {
  const text = weight.toFixed(2);
  if (text === "0.00") return "";
  return weight >= 0.995 ? "1.0" : text.slice(1);
}
