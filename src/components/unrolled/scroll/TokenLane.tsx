/** The place of the source tokens. On a stage higher than its room it stays at the top, and the rows pass under it. */
import type { ReactNode } from "react";
import type { StageLayout } from "../../../vis/layout/stageLayout";
import { slantedClipPath } from "./Pinned";
import { marginStyle } from "./ScrollEdges";
import styles from "./TokenLane.module.css";

export interface TokenLaneProps {
  readonly layout: StageLayout;
  /** The tokens; their vertical coordinates start at the top of the lane. */
  readonly children: ReactNode;
}

export function TokenLane({ layout, children }: TokenLaneProps): ReactNode {
  const { header, height, scrolls, scrollsDown } = layout;
  return (
    <div
      className={styles.stage}
      role="presentation"
      style={{ height, paddingTop: header.tokensTop }}
    >
      <div
        className={styles.lane}
        role="presentation"
        data-stays={scrollsDown || undefined}
        style={{ height: header.tokensHeight }}
      >
        {children}
        {scrollsDown && scrolls && <Covers layout={layout} />}
      </div>
    </div>
  );
}

/** The upper ends of the margin and of the pinned strip, which lie under the lane here. */
function Covers({ layout }: Pick<TokenLaneProps, "layout">): ReactNode {
  const { pinned, header } = layout;
  const clipPath = header.slanted ? slantedClipPath(layout) : undefined;
  return (
    <div className={styles.covers} aria-hidden="true">
      <span className={styles.cover} data-side="before" style={marginStyle(layout)} />
      {pinned && (
        <span
          className={styles.cover}
          data-side="after"
          style={{ width: pinned.width, clipPath }}
        />
      )}
    </div>
  );
}
