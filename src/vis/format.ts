/** Numbers as the figures write them. */

const MINUS = "−"; // as wide as a plus, so that columns of signed numbers line up

/** Fixed decimals with a real minus sign, and no "−0.00". */
export function signed(value: number, digits = 2): string {
  const text = Math.abs(value).toFixed(digits);
  return value < 0 && Number(text) !== 0 ? MINUS + text : text;
}

/** An attention weight in a small cell: ".64", "1.0", and nothing where it rounds to 0. */
export function shortWeight(weight: number): string {
  const text = weight.toFixed(2);
  if (text === "0.00") return "";
  return weight >= 0.995 ? "1.0" : text.slice(1);
}
