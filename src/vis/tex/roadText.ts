/** Lengths of gradients as text. */
import { superscript } from "./symbols";

const LEAST_PLAIN = 0.001;
const MOST_PLAIN = 99.5; // from here on two digits would hide the size

/** Two significant digits: 0.012, or 1.2·10⁻⁷ where zeros would hide the size. */
export function lengthText(length: number): string {
  if (length === 0) return "0";
  if (length >= MOST_PLAIN) return String(Math.round(length));
  if (length >= LEAST_PLAIN) return length.toPrecision(2);
  const [digits = "", power = ""] = length.toExponential(1).split("e");
  return `${digits}·10${superscript(Number(power))}`;
}

/** A power of ten: 10⁻³. */
export function powerText(exponent: number): string {
  return `10${superscript(exponent)}`;
}

/** The lengths of a state as texts, by the names of its roads. */
export function writtenLengths<Road extends string>(
  lengths: Readonly<Record<Road, number>>,
  roads: readonly Road[],
): Readonly<Record<Road, string>> {
  const texts = roads.map((road) => [road, lengthText(lengths[road])]);
  return Object.fromEntries(texts) as Record<Road, string>;
}
