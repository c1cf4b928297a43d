/** Aligns the output with the right answer by edit distance (Levenshtein, Soviet Physics Doklady 10, 1966). */

/** By output token: the place in the right answer that it stands for, right or not; null: it is one too many. */
export type Places = readonly (number | null)[];

/** "pair": one token of each side. "extra": an output token alone. "missing": a token of the right answer alone. */
type Move = "pair" | "extra" | "missing";

/** The best alignment of the last tokens of both sides: what it costs, and its first move. */
interface Best {
  readonly edits: number;
  readonly right: number; // its right tokens
  readonly move: Move | null; // null: both sides are empty
}

const END: Best = { edits: 0, right: 0, move: null };

function before(rest: Best | undefined, move: Move, isRight: boolean): Best | null {
  if (!rest) return null;
  const { edits, right } = rest;
  return isRight ? { edits, right: right + 1, move } : { edits: edits + 1, right, move };
}

/** The better of two; of equal ones the first. */
function better(a: Best | null, b: Best | null): Best | null {
  if (!a || !b) return a ?? b;
  return b.edits < a.edits || (b.edits === a.edits && b.right > a.right) ? b : a;
}

/**
 * The places of the output tokens in an alignment with the fewest edits: a wrong, an extra and a missing token count one
 * each. Of several such alignments the one with the most right tokens counts. Of these, read from the start, the one that
 * pairs tokens where others do not, and takes an output token for an extra one before it leaves one out.
 */
export function alignTokens<Token>(
  said: readonly Token[],
  expected: readonly Token[],
  isRight: (said: Token, expected: Token) => boolean,
): Places {
  const table: Best[][] = []; // [i][j]: of the output from token i and the right answer from token j
  for (let i = said.length; i >= 0; i--) {
    const row: Best[] = (table[i] = []);
    for (let j = expected.length; j >= 0; j--) {
      const [a, b] = [said[i], expected[j]];
      const isPairRight = a !== undefined && b !== undefined && isRight(a, b);
      const pair = before(table[i + 1]?.[j + 1], "pair", isPairRight);
      const extra = before(table[i + 1]?.[j], "extra", false);
      const missing = before(row[j + 1], "missing", false);
      row[j] = better(better(pair, extra), missing) ?? END;
    }
  }
  return placesIn(table, said.length);
}

/** Follows the moves from the start of both sides. */
function placesIn(table: readonly (readonly Best[])[], said: number): Places {
  const places: (number | null)[] = [];
  let j = 0;
  while (places.length < said) {
    const move = table[places.length]?.[j]?.move;
    if (move !== "missing") places.push(move === "pair" ? j : null);
    if (move !== "extra") j++;
  }
  return places;
}
