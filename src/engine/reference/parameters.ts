/** The flat vector of parameters as matrices in plain arrays. */
import { type ParameterName, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import type { ModelShape } from "../setup/modelShape";
import type { Vector } from "./linearAlgebra";

export type Rows = readonly Vector[];

/** A parameter by name; a vector is a matrix with one row. */
export type Reference = (name: ParameterName) => Rows;

/** Cuts the flat vector into matrices by name. flat [P] */
export function referenceParameters(shape: ModelShape, flat: Vector): Reference {
  const matrices = new Map<ParameterName, Rows>();
  let offset = 0;
  for (const { name, shape: dims } of parameterSpecs(shape)) {
    const columns = dims.at(-1) ?? 1;
    const rows = sizeOf(dims) / columns;
    const start = offset;
    const cut = (r: number): Vector => flat.slice(start + r * columns, start + (r + 1) * columns);
    matrices.set(
      name,
      Array.from({ length: rows }, (_, r) => cut(r)),
    );
    offset += rows * columns;
  }
  return (name) => {
    const rows = matrices.get(name);
    if (!rows) throw new Error(`reference: expected a parameter "${name}", the model has none`);
    return rows;
  };
}

/** Row i; row 0 of a vector is the vector itself. */
export function row<T = Vector>(rows: readonly T[], i = 0): T {
  const values = rows[i];
  if (!values) throw new Error(`reference: expected a row below ${rows.length}, got ${i}`);
  return values;
}
