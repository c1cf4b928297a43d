/** The loss of a uniform guess among the target tokens, as numbers of a sentence. */
import type { Format } from "../primitives/useFormat";

export function chanceOf(
  vocabulary: number,
  format: Format,
): Record<"vocabulary" | "value", string> {
  return { vocabulary: format.number(vocabulary), value: format.fixed(Math.log(vocabulary), 2) };
}
