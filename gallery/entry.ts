/** One figure of the gallery. */
import type { ReactNode } from "react";

export interface Entry {
  /** Its title, and the name of its screenshot. */
  readonly name: string;
  /** Width of the frame, in pixels. */
  readonly width: number;
  /** Height of the frame, for a figure that fills its box; by default that of the figure. */
  readonly height?: number;
  readonly figure: ReactNode;
}
