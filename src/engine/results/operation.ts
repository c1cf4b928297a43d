/** The operations that a decoder step is made of, by name; `vis/tex/operations.ts` says which a model has and in what order. */

/** "cell" is the first layer's step, "upper" the second's, where there is one. */
export const OPERATIONS = [
  "query",
  "score",
  "softmax",
  "context",
  "embed",
  "cell",
  "upper",
  "combine",
  "output",
] as const;

export type Op = (typeof OPERATIONS)[number];

/** What pointer or focus lights on the page: an operation of the shown step, or the encoder, which runs before all steps. */
export type Lit = Op | "encode";
