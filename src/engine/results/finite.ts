/** Whether what a model has computed are numbers at all: weights that have grown without bound give NaN and infinity. */

/** Whether every number in plain data is finite, arrays of numbers included. */
export function isAllFinite(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (value instanceof Float32Array) return value.every(Number.isFinite);
  if (typeof value !== "object" || value === null) return true;
  return Object.values(value).every(isAllFinite);
}
