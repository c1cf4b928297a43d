/** A sum with one term for each unit of a vector. */
import { type Quantity, sum } from "./quantity";

export function sumOverUnits(size: number, term: (unit: number) => Quantity): Quantity {
  return sum(Array.from({ length: size }, (_, unit) => term(unit)));
}
