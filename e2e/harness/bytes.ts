/** Bytes for a page, as text, because Playwright sends arrays number by number. */

/** @param text base64 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
