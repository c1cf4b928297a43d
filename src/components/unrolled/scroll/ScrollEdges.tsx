/** The sides of a scrolling stage: its left margin stays visible, and a shadow marks a side with hidden content. */
import type { ReactNode } from "react";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import { SLANT_OFFSET } from "./Pinned";
import styles from "./ScrollEdges.module.css";

export interface ScrollEdgesProps {
  readonly layout: StageLayout;
  /** The content of the left margin. */
  readonly children: ReactNode;
}

export function ScrollEdges({ layout, children }: ScrollEdgesProps): ReactNode {
  const { header, map, pinned, scrolls } = layout;
  if (!scrolls) return children;
  const top = header.tokensTop;
  const shadowsTop = header.slanted ? header.tilesTop : top; // slanted tokens lean over the edge
  return (
    <>
      <div className={styles.lane} style={{ top }}>
        <div className={styles.margin} style={marginStyle(layout)}>
          <div className={styles.stage} style={{ top: -top }}>
            {children}
          </div>
        </div>
      </div>
      <div className={styles.lane} style={{ top: shadowsTop }} aria-hidden="true">
        <span className={styles.shadow} data-side="before" style={{ left: map.x }} />
        <span className={styles.shadow} data-side="after" style={{ right: pinned?.width ?? 0 }} />
      </div>
    </>
  );
}

/** With slanted tokens, the margin also hides tokens that lean out of hidden columns. */
export function marginStyle({ map, header: { tokensHeight: foot, slanted } }: StageLayout) {
  if (!slanted) return { width: map.x };
  const start = map.x - SLANT_OFFSET;
  const along = `${start + foot}px 0, ${start}px ${foot}px, ${map.x}px ${foot}px`;
  const clipPath = `polygon(0 0, ${along}, ${map.x}px 100%, 0 100%)`;
  return { width: start + foot, clipPath };
}
