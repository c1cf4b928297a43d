/** Texts for boxes. A figure has no layout of its own, so widths are those of Arial, the first font that it names. */
import { widthEm } from "../layout/labels";

/** Advance widths of Arial from the blank to the tilde, in thousandths of an em. */
// prettier-ignore
const ARIAL = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778,
  722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278,
  278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
  556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];
const FIRST = 32;
const BOLD = 1.07; // width of bold text relative to regular text

/** Pixels. Characters beyond ASCII have the estimate of the stage's layout. */
export function textWidth(content: string, size: number, isBold = false): number {
  let em = 0;
  for (const character of content) {
    const width = ARIAL[(character.codePointAt(0) ?? 0) - FIRST];
    em += width === undefined ? widthEm(character) : width / 1000;
  }
  return em * size * (isBold ? BOLD : 1);
}

/** The text, or as much of it as the width holds, with an ellipsis. */
export function fitText(content: string, width: number, size: number, isBold = false): string {
  if (textWidth(content, size, isBold) <= width) return content;
  let kept = "";
  for (const character of content) {
    if (textWidth(`${kept}${character}…`, size, isBold) > width) break;
    kept += character;
  }
  return kept === "" ? [...content].slice(0, 1).join("") : `${kept}…`;
}

/** The text in lines of about the same length and of at most this width, broken at blanks. */
export function wrapText(content: string, width: number, size: number): readonly string[] {
  const lines = broken(content, width, size);
  if (lines.length < 2) return lines;
  let [narrow, wide] = [width / 2, width];
  while (wide - narrow > 2) {
    const middle = (narrow + wide) / 2;
    if (broken(content, middle, size).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return broken(content, wide, size);
}

function broken(content: string, width: number, size: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of content.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && textWidth(longer, size) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === "" ? lines : [...lines, line];
}
