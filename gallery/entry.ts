/** One figure of the gallery. */
import type { ReactNode } from "react";

export interface Entry {
  /** Its title, and the name of its screenshot. */
  readonly name: string;
  /** What the figure has room for, in pixels. */
  readonly width: number;
  readonly figure: ReactNode;
}
