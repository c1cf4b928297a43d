/**
 * The column of the same token for an encoder that reads the source in the other order; <eos> is last in both.
 * @param length S, source tokens
 */
export function mirroredColumn(length: number, column: number): number {
  return column >= length - 1 ? column : length - 2 - column;
}
