/** Inline styles that also set CSS custom properties, which give the layout's numbers to the style sheets. */
import type { CSSProperties } from "react";

export type Style = CSSProperties & { readonly [property: `--${string}`]: string | number };
