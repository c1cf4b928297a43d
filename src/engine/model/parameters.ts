/**
 * The parameters of a model: names, shapes and first values.
 * Names are PyTorch's. A matrix is kept as [in, out], so that a layer reads y = x W + b; PyTorch keeps its transpose.
 */
import type { Random } from "../rng";
import { contextEntersCell, hasAttentionalState, type ModelShape } from "./shape";

export interface ParameterSpec {
  readonly name: ParameterName;
  readonly shape: readonly number[];
  /** First values: the standard normal, or uniform in [-bound, bound]. */
  readonly initial:
    { readonly kind: "normal" } | { readonly kind: "uniform"; readonly bound: number };
  /** Whether PyTorch keeps this matrix transposed, as [out, in]. */
  readonly transposedInPyTorch: boolean;
}

export type ParameterName =
  | `${"encoder" | "decoder"}.embedding.weight`
  | `${"encoder" | "decoder"}.gru.${"weight" | "bias"}_${"ih" | "hh"}_l0`
  | `attention.${"query" | "key" | "v"}.weight`
  | "decoder.attentional.weight"
  | `decoder.out.${"weight" | "bias"}`;

/** nn.Embedding: rows drawn from the standard normal. */
function embedding(side: "encoder" | "decoder", tokens: number, size: number): ParameterSpec {
  const initial = { kind: "normal" } as const;
  return {
    name: `${side}.embedding.weight`,
    shape: [tokens, size],
    initial,
    transposedInPyTorch: false,
  };
}

/** nn.Linear's weight: uniform in +-1/sqrt(in). */
function linear(name: ParameterName, input: number, output: number): ParameterSpec {
  const initial = { kind: "uniform", bound: 1 / Math.sqrt(input) } as const;
  return { name, shape: [input, output], initial, transposedInPyTorch: true };
}

/** nn.GRU: everything uniform in +-1/sqrt(H); the three blocks of columns are reset, update, candidate. */
function gru(side: "encoder" | "decoder", input: number, hidden: number): ParameterSpec[] {
  const initial = { kind: "uniform", bound: 1 / Math.sqrt(hidden) } as const;
  const spec = (part: "weight" | "bias", of: "ih" | "hh", shape: number[]): ParameterSpec => ({
    name: `${side}.gru.${part}_${of}_l0`,
    shape,
    initial,
    transposedInPyTorch: part === "weight",
  });
  return [
    spec("weight", "ih", [input, 3 * hidden]),
    spec("weight", "hh", [hidden, 3 * hidden]),
    spec("bias", "ih", [3 * hidden]),
    spec("bias", "hh", [3 * hidden]),
  ];
}

function attention({ attention: kind, hiddenSize: H }: ModelShape): ParameterSpec[] {
  switch (kind) {
    case "none":
    case "dot":
      return [];
    case "general":
      return [linear("attention.key.weight", H, H)];
    case "additive":
      return [
        linear("attention.query.weight", H, H),
        linear("attention.key.weight", H, H),
        linear("attention.v.weight", H, 1),
      ];
    default:
      return kind satisfies never;
  }
}

/** Every parameter of the model, in the order in which the flat vector holds them. */
export function parameterSpecs(shape: ModelShape): ParameterSpec[] {
  const { hiddenSize: H, embeddingSize: E, sourceTokens, targetTokens: V } = shape;
  const outInitial = { kind: "uniform", bound: 1 / Math.sqrt(H) } as const;
  return [
    embedding("encoder", sourceTokens, E),
    ...gru("encoder", E, H),
    ...attention(shape),
    embedding("decoder", V, E),
    ...gru("decoder", contextEntersCell(shape) ? E + H : E, H),
    ...(hasAttentionalState(shape) ? [linear("decoder.attentional.weight", 2 * H, H)] : []),
    linear("decoder.out.weight", H, V),
    { name: "decoder.out.bias", shape: [V], initial: outInitial, transposedInPyTorch: false },
  ];
}

/** How many numbers a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, n) => product * n, 1);
}

/** How many numbers the model learns. */
export function parameterCount(shape: ModelShape): number {
  return parameterSpecs(shape).reduce((sum, spec) => sum + sizeOf(spec.shape), 0);
}

/** First values of all parameters, end to end, as PyTorch's defaults have them. */
export function initialParameters(shape: ModelShape, random: Random): Float32Array {
  const values = new Float32Array(parameterCount(shape));
  let offset = 0;
  for (const { name, shape: dims, initial } of parameterSpecs(shape)) {
    const stream = random.fork(name); // a parameter's values do not depend on which others the model has
    const draw =
      initial.kind === "normal"
        ? () => normal(stream)
        : () => initial.bound * (2 * stream.next() - 1);
    const end = offset + sizeOf(dims);
    while (offset < end) values[offset++] = draw();
  }
  return values;
}

/** Standard normal (Box and Muller 1958). */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random.next()));
  return radius * Math.cos(2 * Math.PI * random.next());
}
