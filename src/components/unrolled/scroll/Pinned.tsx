/** Keeps its children at the right edge while the map scrolls; without scrolling they stay at their place in the layout. */
import type { ReactNode } from "react";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import styles from "./Pinned.module.css";

export interface PinnedProps {
  readonly layout: StageLayout;
  /** Whether it hides the map that passes under it; otherwise its children lie over a strip that hides the map. */
  readonly opaque?: boolean;
  /** Their coordinates start at the corner of the stage. */
  readonly children: ReactNode;
}

/** How far left of its column the foot of a slanted token begins. */
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
        style={{
          width: pinned.width,
          ...(layout.header.slanted && { clipPath: slantedClipPath(layout) }),
        }}
      >
        <div className={styles.stage} style={{ left: -pinned.x, top: -top, width, height }}>
          {children}
        </div>
      </div>
    </div>
  );
}

/** Slanted tokens lean over the rail. The strip begins along them, so that it hides only tokens of hidden columns. */
export function slantedClipPath({ header }: StageLayout): string {
  const lean = header.tokensHeight - SLANT_OFFSET;
  return `polygon(0 ${lean}px, ${lean}px 0, 100% 0, 100% 100%, 0 100%)`;
}
