/** The arrows of the stage: one picture under everything else, hidden from assistive technology. */
import { memo, useMemo, type ReactNode } from "react";
import type { Lit } from "../../engine/results/operation";
import type { InputOrigin } from "../../engine/results/trace";
import { rowArrows } from "../../vis/layout/arrows";
import { encoderArrows } from "../../vis/layout/encoderArrows";
import type { Arrow } from "../../vis/layout/arrowPath";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { opsOfArrow, partAttributes } from "./parts";
import { rowLook } from "./shown";
import styles from "./StageArrows.module.css";

interface ArrowPathProps {
  readonly arrow: Arrow;
  readonly isFaint: boolean;
  /** The lit operation in the selected row; null elsewhere. */
  readonly lit: Lit | null;
}

function ArrowPath({ arrow, isFaint, lit }: ArrowPathProps): ReactNode {
  return (
    <g
      className={styles.arrow}
      data-tone={arrow.tone}
      data-dashed={arrow.dashed || undefined}
      data-double={arrow.double || undefined}
      data-faint={isFaint || undefined}
      {...partAttributes(opsOfArrow(arrow.key), lit)}
    >
      <path d={arrow.path} />
      {arrow.double && <path className={styles.between} d={arrow.path} />}
      {arrow.head && <polygon points={arrow.head} />}
    </g>
  );
}

export interface StageArrowsProps {
  readonly layout: StageLayout;
  /** How many source tokens the encoder reads. */
  readonly columns: number;
  /** Where the input of each step comes from, joined with commas: training changes the trace, and rarely this. */
  readonly origins: string;
  /** The selected step. */
  readonly index: number;
  /** The last step of the answer so far, 0-based. */
  readonly reached: number;
  readonly lit: Lit | null;
}

export const StageArrows = memo(function StageArrows(props: StageArrowsProps): ReactNode {
  const { layout, columns, origins, index, reached, lit } = props;
  const encoder = useMemo(() => encoderArrows(layout, columns), [layout, columns]);
  const rows = useMemo(() => {
    const all = origins.split(",") as InputOrigin[];
    return all.map((origin, row) => rowArrows(layout, { row, origin, current: row === index }));
  }, [layout, origins, index]);
  return (
    <svg className={styles.layer} width={layout.width} height={layout.height} aria-hidden="true">
      {encoder.map((arrow) => (
        <ArrowPath key={arrow.key} arrow={arrow} isFaint={false} lit={lit} />
      ))}
      {rows.map((arrows, row) =>
        arrows.map((arrow) => (
          <ArrowPath
            key={arrow.key}
            arrow={arrow}
            isFaint={rowLook(row, index, reached) === "unreached"}
            lit={row === index ? lit : null}
          />
        )),
      )}
    </svg>
  );
});
