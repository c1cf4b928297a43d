/** Tokens as short labels, with estimated widths: the layout needs them before anything is drawn. */
import { EOS, PAD, SOS, UNK, type TokenView } from "../../engine/text/tokens";

const SPECIAL_GLYPHS: Readonly<Record<number, string>> = {
  [PAD]: "pad",
  [SOS]: "sos",
  [EOS]: "eos",
  [UNK]: "unk",
};

/** Whether the token is <pad>, <sos>, <eos> or <unk>. */
export function isSpecial(token: TokenView): boolean {
  return token.id in SPECIAL_GLYPHS;
}

/** The label of a token: a blank becomes visible, a special token loses its brackets. */
export function glyph(token: TokenView): string {
  return SPECIAL_GLYPHS[token.id] ?? (token.text.trim() === "" ? "␣" : token.text);
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60]/u;
const NARROW = /[iljtfrI1.,:;'!|()[\] -]/;
const BROAD = /[mwMW@%]/;

function characterEm(character: string): number {
  if (WIDE.test(character)) return 1;
  if (NARROW.test(character)) return 0.36;
  if (BROAD.test(character)) return 0.86;
  return character === character.toLowerCase() ? 0.58 : 0.68;
}

/** A generous estimate of a text's width in em of a system sans-serif font. */
export function widthEm(text: string): number {
  let width = 0;
  for (const character of text) width += characterEm(character);
  return width;
}

/** How much wider bold text is; the label of the selected token is bold. */
export const BOLD = 1.1;

/** The widest label among tokens, in em. Special tokens do not count: the page sets them smaller. */
export function widestEm(tokens: readonly TokenView[]): number {
  const ordinary = tokens.filter((token) => !isSpecial(token));
  return ordinary.reduce((widest, token) => Math.max(widest, widthEm(glyph(token))), 0);
}
