/** The numbers of all states, in the order in which a recurrent network computes them, while a lesson points at them. */
import type { ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import { encoderSquare, railSquare, type Square } from "../../vis/layout/stageBoxes";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { Pinned } from "../unrolled/scroll/Pinned";
import { useStageMarks } from "./stageMarks";
import styles from "./StateOrder.module.css";

interface StateOrderProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
}

/** Hidden from assistive technology: the card says how many there are, and in which order. */
export function StateOrder({ layout, trace: { source, steps } }: StateOrderProps): ReactNode {
  const isPointed = useStageMarks(({ pointed }) => pointed?.kind === "states");
  if (!isPointed) return null;
  return (
    <div aria-hidden="true">
      {source.map((_, column) => (
        <Place key={column} at={encoderSquare(layout, column)} number={column + 1} />
      ))}
      <Pinned layout={layout}>
        {steps.map((_, row) => (
          <Place
            key={row}
            at={railSquare(layout, row, layout.rail.state)}
            number={source.length + row + 1}
          />
        ))}
      </Pinned>
    </div>
  );
}

function Place({ at, number }: { readonly at: Square; readonly number: number }): ReactNode {
  return (
    <span
      className={styles.place}
      style={{ left: at.x, top: at.y, width: at.side, height: at.side }}
    >
      {number}
    </span>
  );
}
