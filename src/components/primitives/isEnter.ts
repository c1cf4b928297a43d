import type { KeyboardEvent } from "react";

/**
 * Whether the key is an Enter of the student's own. A box handles Enter as a key, because a submit event does not reveal
 * an input method's Enter, which only ends the composition of a character, as in Korean.
 */
export function isEnter({ key, keyCode, nativeEvent }: KeyboardEvent): boolean {
  return key === "Enter" && !nativeEvent.isComposing && keyCode !== 229;
}
