/** The input of a layer at all positions: tokens, or the states of the layer below. */
import { tokenSize } from "../setup/modelShape";
import { type DropoutMasks, type DropoutSite, noMasks } from "../training/dropoutMasks";
import type { Side } from "../setup/learnedParameters";
import type { Matrix } from "./matrix";
import { type Gradients, type Network, weight } from "./model";
import { type HostOps, isOnHost, type Ops } from "./ops";
import { byPosition } from "./positions";

export type LayerInput = OneHot | Table | Vectors;

/** A one-hot vector times W is a row of W, so the vectors are not stored. They have no dropout. */
interface OneHot {
  readonly kind: "one-hot";
  readonly ids: Matrix; // [N, 1]
  readonly tokens: number; // size of the vocabulary
}

/**
 * Rows of a table without dropout, in which a token has the same vector at all positions. If there are fewer tokens than
 * positions, the product of the whole table needs fewer operations than that of the vectors at all positions.
 */
interface Table {
  readonly kind: "table";
  readonly table: Matrix; // [D, I]
  readonly ids: Matrix; //   rows of the table, [N, 1]
  /** The ids of the D tokens, [D, 1]; absent: the table is the whole embedding, row by row. */
  readonly tokens?: Matrix;
}

export interface Vectors {
  readonly kind: "vectors";
  readonly vectors: Matrix; // [N, I], after dropout
  readonly mask: Matrix | null; // factors of the dropout
}

/** The number of vectors: B pairs at `length` positions. */
export interface Places {
  readonly batch: number;
  readonly length: number;
}

/** Vectors with units dropped. x [N B, I] */
export function dropped(
  ops: Ops,
  x: Matrix,
  masks: DropoutMasks,
  { site, batch, length }: Places & { readonly site: DropoutSite },
): Vectors {
  const factors = masks(site, x.rows * x.cols);
  if (!factors) return { kind: "vectors", vectors: x, mask: null };
  const mask = ops.matrix(byPosition(factors, [batch, length]), x.rows, x.cols);
  return { kind: "vectors", vectors: ops.multiply(x, mask), mask };
}

/** The same for a whole sequence, where the vectors themselves are not needed. ids [N B, 1] */
export function sequenceInput(
  network: Network,
  side: Side,
  ids: Matrix,
  places: Places & { readonly masks: DropoutMasks },
): LayerInput {
  const { ops, shape } = network;
  if (shape.tokenInput === "learned" && places.masks === noMasks) {
    const embedding = weight(network, `${side}.embedding.weight`);
    if (embedding.rows < ids.rows) return { kind: "table", table: embedding, ids };
    const occurring = isOnHost(ops) && occurringTokens(ops, embedding, ids);
    if (occurring) return occurring;
  }
  return tokenInput(network, side, ids, places);
}

const WORTHWHILE = 0.95; // of the positions: with fewer tokens, collecting them costs less than it saves

/** The tokens that occur, each once; null if they are almost as many as positions. Cards would wait for the ids. */
function occurringTokens(ops: HostOps, embedding: Matrix, ids: Matrix): Table | null {
  const places = new Map<number, number>(); // in the table, by token
  const rows = ops.readNow(ids).map((id) => {
    const place = places.get(id) ?? places.size;
    places.set(id, place);
    return place;
  });
  if (places.size > WORTHWHILE * ids.rows) return null;
  const tokens = ops.matrix(Float32Array.from(places.keys()), places.size, 1);
  const table = ops.lookUp(embedding, tokens);
  return { kind: "table", table, ids: ops.matrix(rows, ids.rows, 1), tokens };
}

/** The input of a side's first layer: rows of a learned embedding, or one-hot vectors. ids [N B, 1] */
export function tokenInput(
  network: Network,
  side: Side,
  ids: Matrix,
  { masks, batch, length }: Places & { readonly masks: DropoutMasks },
): LayerInput {
  const { ops, shape } = network;
  switch (shape.tokenInput) {
    case "onehot":
      return { kind: "one-hot", ids, tokens: tokenSize(shape, side) };
    case "learned": {
      const embedded = ops.lookUp(weight(network, `${side}.embedding.weight`), ids); // [N B, E]
      return dropped(ops, embedded, masks, { site: `${side}.embedding`, batch, length });
    }
    default:
      return shape.tokenInput satisfies never;
  }
}

/** x W + b. W [I, GH], b [1, GH] -> [N, GH] */
export function project(ops: Ops, input: LayerInput, w: Matrix, b: Matrix): Matrix {
  switch (input.kind) {
    case "one-hot":
      return ops.lookUp(w, input.ids, b);
    case "table":
      return ops.lookUp(ops.product(input.table, w, b), input.ids);
    case "vectors":
      return ops.product(input.vectors, w, b);
    default:
      return input satisfies never;
  }
}

/**
 * The gradient of the product with each vector that the input has: at every position, or of every token.
 * @param dy of x W at every position, [N, GH]
 * @returns [N, GH], of every token [D, GH], or of one-hot vectors [V, GH]
 */
export function productGradient(ops: Ops, input: LayerInput, dy: Matrix): Matrix {
  switch (input.kind) {
    case "one-hot":
      return ops.lookUpGradient(input.ids, dy, input.tokens);
    case "table":
      return ops.lookUpGradient(input.ids, dy, input.table.rows);
    case "vectors":
      return dy;
    default:
      return input satisfies never;
  }
}

/** dW = x' dy. dy: of `productGradient` -> [I, GH] */
export function inputWeightGradient(ops: Ops, input: LayerInput, dy: Matrix): Matrix {
  switch (input.kind) {
    case "one-hot":
      return dy;
    case "table":
      return ops.outerProduct(input.table, dy);
    case "vectors":
      return ops.outerProduct(input.vectors, dy);
    default:
      return input satisfies never;
  }
}

/** The gradient of one product y = x W with some vectors x. */
export interface ProductGradient {
  readonly dy: Matrix; //         of `productGradient`
  readonly transposed: Matrix; // W' [GH, I]
}

/** dx: the sum of dy W' over all products with x, through dropout. -> [N, I] */
export function vectorsGradient(
  ops: Ops,
  mask: Matrix | null,
  products: readonly ProductGradient[],
): Matrix {
  const [first, ...others] = products;
  if (!first) throw new Error("fused: expected a product with these vectors, got none");
  const dx = others.reduce(
    (sum, { dy, transposed }) => ops.product(dy, transposed, sum),
    ops.product(first.dy, first.transposed),
  );
  return mask ? ops.multiply(dx, mask) : dx;
}

/** Sets the gradient of a side's embedding, if it has one. */
export function setEmbeddingGradient(
  network: Network,
  side: Side,
  { input, ids, products }: TokenProducts,
  gradients: Gradients,
): void {
  if (input.kind === "one-hot") return;
  const { ops } = network;
  const name = `${side}.embedding.weight` as const;
  const mask = input.kind === "vectors" ? input.mask : null;
  const dx = vectorsGradient(ops, mask, products()); // of every position [N, E], or of every token [D, E]
  const rows = input.kind === "vectors" ? ids : input.tokens;
  const dEmbedding = rows ? ops.lookUpGradient(rows, dx, weight(network, name).rows) : dx;
  gradients.set(name, dEmbedding);
}

/** Tokens, and the gradients of the products with their vectors. */
export interface TokenProducts {
  readonly input: LayerInput;
  readonly ids: Matrix; // [N, 1]
  readonly products: () => readonly ProductGradient[];
}
