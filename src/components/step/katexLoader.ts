/** KaTeX and its fonts: a part of the page that loads after the rest. */
import "katex/dist/katex.min.css";
import katex from "katex";

/** Typesets TeX into the element; only colouring by class is trusted. */
export function typeset(tex: string, element: HTMLElement): void {
  katex.render(tex, element, {
    displayMode: true,
    output: "htmlAndMathml",
    strict: false,
    throwOnError: false,
    trust: ({ command }) => command === "\\htmlClass",
  });
}
