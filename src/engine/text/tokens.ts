/** Tokens and vocabularies: the map between what a person reads and what the network sees. */

export const PAD = 0; // fills a batch; masked everywhere, never learned
export const SOS = 1; // the decoder's first input
export const EOS = 2; // ends every source and every target
export const UNK = 3; // a token that the vocabulary does not hold

export const SPECIAL_TOKENS = ["<pad>", "<sos>", "<eos>", "<unk>"] as const;

const SPECIAL_TEXTS: ReadonlySet<string> = new Set(SPECIAL_TOKENS);

/** Whether a text is spelled like a special token; such a text can be no ordinary token of a vocabulary. */
export function isSpecialToken(text: string): boolean {
  return SPECIAL_TEXTS.has(text);
}

export interface Vocabulary {
  /** Text by id; the first four are SPECIAL_TOKENS. */
  readonly tokens: readonly string[];
  readonly size: number;
  /** Id of a token's text, UNK where it is not known. */
  idOf(token: string): number;
  /** Whether the vocabulary holds this text as an ordinary token. */
  has(token: string): boolean;
}

/** A token as the figures show it. */
export interface TokenView {
  readonly id: number;
  readonly text: string;
}

/**
 * Builds a vocabulary with the special tokens first.
 * A Map, not an object, holds the ids, so a token named "__proto__" is a token like any other.
 * @throws if a token stands twice or is spelled like a special token
 */
export function createVocabulary(ordinary: Iterable<string>): Vocabulary {
  const tokens: string[] = [...SPECIAL_TOKENS];
  const ids = new Map<string, number>();
  for (const token of ordinary) {
    if (ids.has(token) || isSpecialToken(token))
      throw new Error(`vocabulary: token "${token}" stands twice`);
    ids.set(token, tokens.length);
    tokens.push(token);
  }
  return {
    tokens,
    size: tokens.length,
    idOf: (token) => ids.get(token) ?? UNK,
    has: (token) => ids.has(token),
  };
}

/**
 * The token with this id, for showing.
 * @throws if the vocabulary has no such id
 */
export function viewToken(vocabulary: Vocabulary, id: number): TokenView {
  const text = vocabulary.tokens[id];
  if (text === undefined) throw new Error(`vocabulary: no token ${id} among ${vocabulary.size}`);
  return { id, text };
}
