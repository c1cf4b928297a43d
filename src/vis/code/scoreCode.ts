/** The score functions in PyTorch. Learned modules have the letters of the equations. */
import type { Config } from "../../engine/setup/config";
import { keySize, type ModelShape } from "../../engine/setup/modelShape";
import type { Statement } from "./codeLine";

type Attention = Exclude<Config["attention"], "none">;

interface Sizes {
  readonly S: number; // source tokens
  readonly H: number;
  readonly K: number; // width of a key
}

/** Scores of one column, [1, S, 1], as one row, [1, 1, S]. */
const asRow = ({ S }: Sizes): Statement => ["scores = scores.squeeze(2).unsqueeze(1)", [1, 1, S]];

/** From query [1, 1, H] and keys [1, S, K] to scores [1, 1, S]. */
const SCORE_CODE: Readonly<Record<Attention, (sizes: Sizes) => readonly Statement[]>> = {
  additive: (sizes) => [["scores = v(tanh(W(query) + U(keys)))", [1, sizes.S, 1]], asRow(sizes)],
  concat: (sizes) => [
    [`queries = query.expand(-1, ${sizes.S}, -1)`, [1, sizes.S, sizes.H]],
    ["both = cat([queries, keys], dim=2)", [1, sizes.S, sizes.H + sizes.K]],
    ["scores = v(tanh(W_a(both)))", [1, sizes.S, 1]],
    asRow(sizes),
  ],
  dot: ({ S }) => [["scores = bmm(query, keys.transpose(1, 2))", [1, 1, S]]],
  general: ({ S }) => [["scores = bmm(query, W(keys).transpose(1, 2))", [1, 1, S]]],
  diagonal: ({ S }) => [["scores = bmm(query * d, keys.transpose(1, 2))", [1, 1, S]]],
};

/** Empty without attention. */
export function scoreCode(shape: ModelShape, sourceLength: number): readonly Statement[] {
  if (shape.attention === "none") return [];
  const sizes = { S: sourceLength, H: shape.hiddenSize, K: keySize(shape) };
  return SCORE_CODE[shape.attention](sizes);
}
