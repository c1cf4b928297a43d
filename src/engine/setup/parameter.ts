/** One parameter of a model: its shape and its first values, as PyTorch's modules have them. */

export interface Parameter {
  readonly shape: readonly number[];
  /** First values: the standard normal, or uniform in [-bound, bound]. */
  readonly initial:
    { readonly kind: "normal" } | { readonly kind: "uniform"; readonly bound: number };
  /** Whether PyTorch keeps this matrix transposed, as [out, in]. */
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

/** A parameter that is no matrix: uniform in +-1/sqrt(in), where `input` is what its layer reads. */
export function vector(input: number, size: number): Parameter {
  return { shape: [size], initial: uniform(input), transposedInPyTorch: false };
}

/** A weight of nn.RNN, nn.GRU or nn.LSTM: uniform in +-1/sqrt(H). */
export function recurrent([input, output]: Size, H: number): Parameter {
  return { shape: [input, output], initial: uniform(H), transposedInPyTorch: true };
}

function uniform(input: number): Parameter["initial"] {
  return { kind: "uniform", bound: 1 / Math.sqrt(input) };
}

/** The shape in which PyTorch keeps a parameter. */
export function shapeInPyTorch({ shape, transposedInPyTorch }: Parameter): readonly number[] {
  return transposedInPyTorch ? shape.toReversed() : shape;
}
