/** Which tokens of an answer are right, by position of the right answer. */
import type { Pair, Task } from "../tasks/task";
import { EOS, UNK } from "../text/tokens";

/**
 * For each position of the right answer, its <eos> last: whether the answer has the same token there. <unk> is never
 * right. After an <eos> that comes too early an answer has no tokens, so every later position is wrong. Tokens beyond the
 * right answer's <eos> have no position.
 * @param said token ids of the answer, with its <eos> if it has one
 */
export function rightTokens(task: Task, { target }: Pair, said: ArrayLike<number>): boolean[] {
  const truth = [...target.map((token) => task.targetVocabulary.idOf(token)), EOS];
  return truth.map((id, t) => id !== UNK && said[t] === id);
}
