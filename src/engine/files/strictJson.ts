/** Parses JSON from untrusted text. */

/** A JSON string, and the colon after it if it is a key. */
const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * The entries of a JSON object; null if the text is none. "__proto__" is an ordinary key.
 * Never throws: too deep nesting also gives null.
 */
export function parseEntries(text: string): ReadonlyMap<string, unknown> | null {
  try {
    return entriesOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The entries of a parsed object; null if the value is none. */
export function entriesOf(value: unknown): ReadonlyMap<string, unknown> | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? new Map<string, unknown>(Object.entries(value)) : null;
}

/**
 * The number of keys in all objects of a valid JSON text.
 * JSON.parse silently drops the first of two equal keys; the count reveals it.
 */
export function countKeys(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(STRINGS)) if (colon !== undefined) keys++;
  return keys;
}
