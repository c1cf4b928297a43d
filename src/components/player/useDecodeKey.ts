/** Enter in the source box, also the Enter that ends a Hangul composition. */
import { type CompositionEvent, type KeyboardEvent, useRef } from "react";

const HANGUL = /\p{Script=Hangul}$/u;
/** What a key has while an input method takes it. */
const COMPOSING_KEY = 229;

interface Listeners {
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onKeyUp: () => void;
  readonly onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => void;
}

/**
 * A Korean input method keeps the last syllable open, and Enter only closes it. The box decodes then at the end of the
 * composition. Some browsers send a second, plain Enter for the same press; it decodes nothing. In Japanese and
 * Chinese the Enter chooses among candidates, so the box waits for the next one.
 */
export function useDecodeKey(decode: (text: string) => void): Listeners {
  const press = useRef<"none" | "closes" | "closed" | "decoded">("none");
  return {
    onKeyDown: (event) => {
      const isTaken = event.nativeEvent.isComposing || event.keyCode === COMPOSING_KEY;
      const isLate = press.current === "closed" && !event.nativeEvent.isComposing; // Safari: after the composition's end
      if (event.key !== "Enter") press.current = "none";
      else if (isTaken && !isLate) press.current = "closes";
      if (event.key !== "Enter" || (isTaken && !isLate)) return;
      event.preventDefault();
      if (press.current !== "decoded") decode(event.currentTarget.value);
    },
    onKeyUp: () => {
      press.current = "none";
    },
    onCompositionEnd: ({ data, currentTarget }) => {
      if (!HANGUL.test(data)) return;
      const isClosing = press.current === "closes";
      press.current = isClosing ? "decoded" : "closed";
      if (isClosing) decode(currentTarget.value);
    },
  };
}
