/** JSON from untrusted text. */

/** A string of JSON, and the colon that makes it a key. */
const STRINGS = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?/g;

/**
 * The entries of an object, with "__proto__" a key like any other; null where the text is no JSON object.
 * Never throws, however deep the text is nested.
 */
export function parseEntries(text: string): ReadonlyMap<string, unknown> | null {
  try {
    return entriesOf(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The entries of a parsed object; null where the value is none. */
export function entriesOf(value: unknown): ReadonlyMap<string, unknown> | null {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? new Map<string, unknown>(Object.entries(value)) : null;
}

/**
 * How many keys valid JSON spells, in all its objects together.
 * JSON.parse keeps the last of two equal keys in silence; counting them tells that there were two.
 */
export function countKeys(text: string): number {
  let keys = 0;
  for (const [, colon] of text.matchAll(STRINGS)) if (colon !== undefined) keys++;
  return keys;
}
