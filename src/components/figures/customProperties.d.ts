/** Inline styles may set CSS custom properties: the layout's numbers reach the style sheets that way. */
import type {} from "react";

declare module "react" {
  interface CSSProperties {
    readonly [property: `--${string}`]: string | number | undefined;
  }
}
