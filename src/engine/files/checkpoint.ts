/** A model's parameters as the tensors of a file. Names and layout are PyTorch's, so that its modules load them. */
import type { ModelShape } from "../setup/modelShape";
import { shapeInPyTorch } from "../setup/learnedParameter";
import { type ParameterSpec, parameterSpecs, sizeOf } from "../setup/learnedParameters";
import { badTensor, type NamedTensor, readTensor, type Safetensors } from "./safetensors";

/**
 * The tensors that PyTorch would save.
 * @param flat all parameters concatenated in the order of `parameterSpecs`, [P]
 */
export function writeCheckpoint(shape: ModelShape, flat: Float32Array): NamedTensor[] {
  let offset = 0;
  return parameterSpecs(shape).map((spec) => {
    const values = flat.slice(offset, (offset += sizeOf(spec.shape)));
    return {
      name: spec.name,
      shape: shapeInPyTorch(spec),
      values: inOtherLayout(spec, spec.shape, values),
    };
  });
}

/**
 * Reads the parameters of a model of this shape.
 * @returns all parameters concatenated in the order of `parameterSpecs`, [P]
 * @throws ModelFileError if the file lacks a tensor of the model or has another one
 */
export function readCheckpoint(shape: ModelShape, file: Safetensors): Float32Array {
  const specs = parameterSpecs(shape);
  const parts = specs.map((spec) => {
    const fileShape = shapeInPyTorch(spec);
    return inOtherLayout(spec, fileShape, readTensor(file, spec.name, fileShape));
  });
  const known = new Set<string>(specs.map(({ name }) => name));
  const extra = [...file.entries.keys()].find((name) => !known.has(name));
  if (extra !== undefined) throw badTensor(extra, "unexpected", "the model has no such parameter");
  const flat = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    flat.set(part, offset);
    offset += part.length;
  }
  return flat;
}

/** A parameter's values, transposed where PyTorch's layout and the app's differ. */
function inOtherLayout(
  { transposedInPyTorch }: ParameterSpec,
  [rows = 1, columns = 1]: readonly number[],
  values: Float32Array,
): Float32Array {
  return transposedInPyTorch ? transposed(values, rows, columns) : values;
}

/** The transpose of a row-major [rows, columns] matrix. */
function transposed(data: Float32Array, rows: number, columns: number): Float32Array {
  const result = new Float32Array(data.length);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) result[c * rows + r] = data[r * columns + c] ?? 0;
  return result;
}
