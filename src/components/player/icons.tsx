/** The player's icons, hidden from assistive technology. */
import type { ReactNode } from "react";

const PATHS = {
  first: "M4 3.5v9M12.5 3.5 6.5 8l6 4.5z",
  previous: "M11 3.5 5 8l6 4.5z",
  play: "M5 3v10l8-5z",
  pause: "M4.5 3.5h2v9h-2zM9.5 3.5h2v9h-2z",
  next: "M5 3.5 11 8l-6 4.5z",
  last: "M12 3.5v9M3.5 3.5l6 4.5-6 4.5z",
  another:
    "M2.5 5h2.2c3.6 0 3 6 6.6 6H13m0 0-2-2m2 2-2 2M2.5 11h2.2c1 0 1.7-.5 2.2-1.2M13 5h-1.700c-1 0-1.700.5-2.200 1.200M13 5l-2-2m2 2-2 2",
} as const;

const LINES = new Set<IconName>(["another"]);

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { readonly name: IconName }): ReactNode {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill={LINES.has(name) ? "none" : "currentColor"}
      stroke="currentColor"
      strokeWidth={LINES.has(name) ? 1.5 : 1.2}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
