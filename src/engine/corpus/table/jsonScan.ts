/** Finds the values of a JSON text one after the other, so that a large text is never parsed as a whole. */

/** The position of the next character that is no white space. */
export function skipSpace(text: string, start: number): number {
  let i = start;
  while (i < text.length && " \t\r\n".includes(text.charAt(i))) i++;
  return i;
}

/** The position after a string that begins at `start`; -1 where the text ends before. */
export function endOfString(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 34) return i + 1; // "
    if (code === 92) i++; // \
  }
  return -1;
}

/** The position after a value that begins at `start`; -1 where the text ends before. */
export function endOfValue(text: string, start: number): number {
  const first = text.charAt(start);
  if (first === '"') return endOfString(text, start);
  if (first === "{" || first === "[") return endOfBrackets(text, start);
  let i = start;
  while (i < text.length && !" \t\r\n,]}".includes(text.charAt(i))) i++;
  return i;
}

function endOfBrackets(text: string, start: number): number {
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE) {
      i = endOfString(text, i) - 1;
      if (i < 0) return -1;
    } else if (OPENING.has(code)) depth++;
    else if (CLOSING.has(code) && --depth === 0) return i + 1;
  }
  return -1;
}

const QUOTE = 34;
const OPENING = new Set([91, 123]); // [ {
const CLOSING = new Set([93, 125]);

/** Where the list of records begins: the first "[" before "{" or "[", or else the first "{" . */
export function startOfList(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"') {
      i = endOfString(text, i) - 1;
      if (i < 0) return -1;
    } else if (character === "[" && "{[".includes(text.charAt(skipSpace(text, i + 1)) || " "))
      return i;
  }
  return -1;
}

export function tryParse(json: string): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(json);
    return { value };
  } catch {
    return null;
  }
}
