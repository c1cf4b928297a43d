/** KaTeX and its fonts, which load after the rest of the page. */
import "katex/dist/katex.min.css";
import katex from "katex";

/** Typesets TeX into the element; KaTeX trusts only colouring by class. */
export function typeset(tex: string, element: HTMLElement): void {
  katex.render(tex, element, {
    displayMode: true,
    output: "htmlAndMathml",
    strict: false,
    throwOnError: false,
    trust: ({ command }) => command === "\\htmlClass",
  });
}
