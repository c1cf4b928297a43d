/** The input of a whole sequence: the same numbers, whether tokens are projected once or at every position. */
import { describe, expect, it } from "vitest";
import { createRandom } from "../rng";
import { parameterCount } from "../setup/learnedParameters";
import { noMasks } from "../training/dropoutMasks";
import { tinyShape as shape } from "../../testing/tinyTask";
import { worstError } from "../../testing/worstError";
import {
  inputWeightGradient,
  type LayerInput,
  productGradient,
  project,
  sequenceInput,
  setEmbeddingGradient,
  tokenInput,
} from "./layerInput";
import type { Gradients } from "./model";
import { openNetwork, weight } from "./model";
import type { Matrix } from "./matrix";
import { createPlainOps } from "./plain/plainOps";

const WIDTH = 5; // of the projection
const NAME = "encoder.embedding.weight";
const ops = createPlainOps();
const random = createRandom(4);

const numbers = (rows: number, cols: number) =>
  ops.matrix(
    Float32Array.from({ length: rows * cols }, () => random.next() - 0.5),
    rows,
    cols,
  );

const parameters = numbers(1, parameterCount(shape));
const network = openNetwork({ ops, shape, parameters });
const tokens = weight(network, NAME).rows;

/** Ids of this many positions; the last token does not occur. */
const idsOf = (count: number) =>
  ops.matrix(
    Float32Array.from({ length: count }, (_, i) => (i * i) % (tokens - 1)),
    count,
    1,
  );

const places = (length: number) => ({ masks: noMasks, batch: 1, length });

const inputOf = (ids: Matrix) => sequenceInput(network, "encoder", ids, places(ids.rows));

const REPEATED = idsOf(tokens); //        fewer tokens occur than there are positions
const MANY = idsOf(3 * tokens); //        the whole embedding has fewer tokens
const DIFFERENT = ops.matrix(
  Float32Array.from({ length: tokens }, (_, id) => id).toReversed(),
  tokens,
  1,
);

describe("the input of a sequence", () => {
  it("is a table only if fewer tokens exist, or occur, than there are positions", () => {
    expect(inputOf(DIFFERENT).kind).toBe("vectors");
    expect(inputOf(MANY)).toMatchObject({ kind: "table", table: { rows: tokens } });
    const occurring = new Set(ops.readNow(REPEATED)).size;
    expect(inputOf(REPEATED)).toMatchObject({ kind: "table", tokens: { rows: occurring } });
  });

  it.each([
    ["the whole embedding", MANY],
    ["the tokens that occur", REPEATED],
  ])("has with %s the same product and gradients as vectors at every position", (_, ids) => {
    const w = numbers(shape.embeddingSize, WIDTH);
    const [bias, dy] = [numbers(1, WIDTH), numbers(ids.rows, WIDTH)];
    const resultsOf = (input: LayerInput) => {
      const gradients: Gradients = new Map();
      const dVectors = productGradient(ops, input, dy);
      const products = () => [{ dy: dVectors, transposed: ops.transpose(w) }];
      setEmbeddingGradient(network, "encoder", { input, ids, products }, gradients);
      const dEmbedding = gradients.get(NAME) ?? ops.zeros(0, 0);
      const dWeight = inputWeightGradient(ops, input, dVectors);
      return ops.readNow(project(ops, input, w, bias), dWeight, dEmbedding);
    };
    const all = places(ids.rows);
    const table = resultsOf(sequenceInput(network, "encoder", ids, all));
    const vectors = resultsOf(tokenInput(network, "encoder", ids, all));
    expect(table).toHaveLength(vectors.length);
    expect(worstError(table, vectors)).toBeLessThan(1e-6);
  });
});
