/** Tokens in tables and lists, where a label has room. */
import { SPECIAL_TOKENS, type TokenView } from "../../engine/text/tokens";
import { glyph } from "./labels";

/** The label of a token: a special one keeps its brackets, so that it differs from the ordinary words "eos" and "unk". */
export function spelled(token: TokenView): string {
  return SPECIAL_TOKENS[token.id] ?? glyph(token);
}
