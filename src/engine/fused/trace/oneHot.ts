/** The vector of a token that is not embedded: 1 at its id. [size] */
export function oneHotRow(size: number, id: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => (i === id ? 1 : 0));
}
