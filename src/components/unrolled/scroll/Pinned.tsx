/** What stays at the right edge while the map scrolls; where nothing scrolls it stands where the layout has it. */
import type { ReactNode } from "react";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import styles from "./Pinned.module.css";

export interface PinnedProps {
  readonly layout: StageLayout;
  /** Hides the map that passes under it; without, its children lie over the strip that does. */
  readonly opaque?: boolean;
  /** Placed as everything on the stage is: from the stage's own corner. */
  readonly children: ReactNode;
}

/** How far to the left of its column a slanted token begins, at its foot. */
export const SLANT_OFFSET = 8;

export function Pinned({ layout, opaque = false, children }: PinnedProps): ReactNode {
  const { pinned, width, height, header } = layout;
  if (!pinned) return children;
  const top = header.tokensTop;
  return (
    <div className={styles.lane} style={{ top }}>
      <div
        className={styles.strip}
        data-opaque={opaque || undefined}
        style={{ width: pinned.width, ...(layout.slanted && { clipPath: aslant(layout) }) }}
      >
        <div className={styles.stage} style={{ left: -pinned.x, top: -top, width, height }}>
          {children}
        </div>
      </div>
    </div>
  );
}

/** Slanted tokens lean over the rail: the strip begins along them, so that it hides those of hidden columns only. */
function aslant({ header }: StageLayout): string {
  const lean = header.tokensHeight - SLANT_OFFSET;
  return `polygon(0 ${lean}px, ${lean}px 0, 100% 0, 100% 100%, 0 100%)`;
}
