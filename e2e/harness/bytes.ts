/** Bytes on their way into a page: as text, since Playwright sends arrays number by number. */

/** @param text base64 */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
