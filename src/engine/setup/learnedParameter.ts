/** One parameter of a model: its shape and its initial values, as in PyTorch's modules. */

export interface Parameter {
  readonly shape: readonly number[];
  /** Distribution of the initial values: standard normal, uniform in [-bound, bound], or one value. */
  readonly initial:
    | { readonly kind: "normal" }
    | { readonly kind: "uniform"; readonly bound: number }
    | { readonly kind: "constant"; readonly value: number };
  /** Whether PyTorch stores this matrix transposed, as [out, in]. */
  readonly transposedInPyTorch: boolean;
}

type Size = readonly [input: number, output: number];

/** nn.Embedding: rows drawn from the standard normal. */
export function embedding(tokens: number, size: number): Parameter {
  return { shape: [tokens, size], initial: { kind: "normal" }, transposedInPyTorch: false };
}

/** nn.Linear's weight: uniform in +-1/sqrt(in). */
export function linear([input, output]: Size): Parameter {
  return { shape: [input, output], initial: uniform(input), transposedInPyTorch: true };
}

/** A bias or another vector: uniform in +-1/sqrt(in), where `input` is the width of its layer's input. */
export function vector(input: number, size: number): Parameter {
  return { shape: [size], initial: uniform(input), transposedInPyTorch: false };
}

/** A weight of nn.RNN, nn.GRU or nn.LSTM: uniform in +-1/sqrt(H). */
export function recurrent([input, output]: Size, H: number): Parameter {
  return { shape: [input, output], initial: uniform(H), transposedInPyTorch: true };
}

/** nn.MultiheadAttention's matrix of q, k and v: uniform in +-sqrt(6 / (in + out)) (Glorot and Bengio 2010). */
export function glorot([input, output]: Size): Parameter {
  const bound = Math.sqrt(6 / (input + output));
  return { shape: [input, output], initial: { kind: "uniform", bound }, transposedInPyTorch: true };
}

/** A vector that begins with one value, such as the bias of nn.MultiheadAttention and the two of nn.LayerNorm. */
export function constant(size: number, value: number): Parameter {
  return { shape: [size], initial: { kind: "constant", value }, transposedInPyTorch: false };
}

function uniform(input: number): Parameter["initial"] {
  return { kind: "uniform", bound: 1 / Math.sqrt(input) };
}

/** The shape in which PyTorch stores a parameter. */
export function shapeInPyTorch({ shape, transposedInPyTorch }: Parameter): readonly number[] {
  return transposedInPyTorch ? shape.toReversed() : shape;
}
