/** Tokens and vocabularies: the map between texts and the ids that the network reads. */

export const PAD = 0; // padding; masked everywhere, never learned
export const SOS = 1; // the decoder's first input
export const EOS = 2; // ends every source and every target
export const UNK = 3; // any token outside the vocabulary

export const SPECIAL_TOKENS = ["<pad>", "<sos>", "<eos>", "<unk>"] as const;

const SPECIAL_TEXTS: ReadonlySet<string> = new Set(SPECIAL_TOKENS);

/** Whether a text is spelled like a special token; such a text cannot be an ordinary token. */
export function isSpecialToken(text: string): boolean {
  return SPECIAL_TEXTS.has(text);
}

export interface Vocabulary {
  /** Text by id; the first four are SPECIAL_TOKENS. */
  readonly tokens: readonly string[];
  readonly size: number;
  /** Id of a token's text; UNK if the vocabulary lacks it. */
  idOf(token: string): number;
  /** Whether the vocabulary holds this text as an ordinary token. */
  has(token: string): boolean;
}

/** A token with the text that the figures show. */
export interface TokenView {
  readonly id: number;
  readonly text: string;
}

/**
 * Creates a vocabulary with the special tokens first.
 * The ids are in a Map, not an object, so that "__proto__" is an ordinary token.
 * @throws if a token occurs twice or is spelled like a special token
 */
export function createVocabulary(ordinary: Iterable<string>): Vocabulary {
  const tokens: string[] = [...SPECIAL_TOKENS];
  const ids = new Map<string, number>();
  for (const token of ordinary) {
    if (ids.has(token) || isSpecialToken(token))
      throw new Error(`vocabulary: token "${token}" occurs twice`);
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
 * The token with this id.
 * @throws if the vocabulary has no such id
 */
export function viewToken(vocabulary: Vocabulary, id: number): TokenView {
  const text = vocabulary.tokens[id];
  if (text === undefined)
    throw new Error(`vocabulary: expected an id below ${vocabulary.size}, got ${id}`);
  return { id, text };
}
