/** What the mistakes of course notes do, on numbers: pure arithmetic, without a model. */
import { softmax } from "../engine/reference/linearAlgebra";
import { stepLoss } from "../vis/facts/probability";

/** The share of steps that are fed the truth where the truth wins if `random() > chance`. */
export const fedByTurnedSign = (chance: number): number => 1 - chance;

/** The loss of a token whose logits have gone through softmax once before the loss does it again, in nats. */
export const lossOfSoftmaxTwice = (logits: Float32Array, id: number): number =>
  stepLoss(Float32Array.from(softmax([...logits])), id);

/** The mean loss with a row of zeros beside `rows` rows: equal logits cost ln V. */
export const meanWithZeroRow = (mean: number, rows: number, vocabulary: number): number =>
  (mean * rows + Math.log(vocabulary)) / (rows + 1);

/** How many of `places` places are not <eos>, where `ends` of them are. */
export const countedAsLength = (places: number, ends: number): number => places - ends;

/**
 * The 0-based step at which all rows say <eos> at once; null: at none.
 * @param ends for each row, the steps at which it says <eos>
 */
export function endedAtOnce(ends: readonly (readonly number[])[]): number | null {
  const [first = [], ...others] = ends;
  return first.find((step) => others.every((each) => each.includes(step))) ?? null;
}

/** The mean loss over a padded answer: `real` tokens with this mean, and padding that costs nothing. */
export const meanOverPadding = (mean: number, real: number, places: number): number =>
  (mean * real) / Math.max(real, places);

/** The rows of PyTorch's h_n [layers * 2, B, H] in their order; layers count from 1. */
export function finalStates(layers: number): { layer: number; direction: string }[] {
  return Array.from({ length: 2 * layers }, (_, i) => ({
    layer: Math.floor(i / 2) + 1,
    direction: i % 2 === 0 ? "forward" : "backward",
  }));
}

/** The share of a square matrix's sum of squares that lies on its diagonal, 0 to 1. */
export function onDiagonal(matrix: readonly (readonly number[])[]): number {
  const squares = matrix.map((row) => row.reduce((sum, value) => sum + value * value, 0));
  const diagonal = matrix.reduce((sum, row, i) => sum + (row[i] ?? 0) ** 2, 0);
  return diagonal / squares.reduce((sum, value) => sum + value, 0);
}

/** What q + keys gives for a query of two rows, [1, 2, H], and keys [1, S, H]. */
export function addedToKeys(source: number): "error" | "silent" {
  return source === 1 || source === 2 ? "silent" : "error";
}

/** How many different rows of coins there are. */
export const patternsIn = (rows: readonly (readonly boolean[])[]): number =>
  new Set(rows.map((coins) => coins.join())).size;

/** How many to expect of `rows` rows, if each place of a row has a fair coin of its own. */
export function expectedPatterns(rows: number, coins: number): number {
  const possible = 2 ** coins;
  return possible * (1 - (1 - 1 / possible) ** rows);
}

/** The token numbers with which the PyTorch tutorial begins; np.zeros fills its empty places. */
const TUTORIAL_NUMBERS = ["start", "end"] as const;

export const askedInEmptyPlace = (empty = 0): (typeof TUTORIAL_NUMBERS)[number] | "nothing" =>
  TUTORIAL_NUMBERS[empty] ?? "nothing";
