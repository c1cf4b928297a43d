/** Inline styles that also set CSS custom properties: the layout's numbers reach the style sheets that way. */
import type { CSSProperties } from "react";

export type Style = CSSProperties & { readonly [property: `--${string}`]: string | number };
