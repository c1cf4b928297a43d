/** The followed example in the network, with the weights before the update. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { topOf } from "../../vis/facts/subject";
import { UnrolledFigure } from "../unrolled/UnrolledFigure";
import { useSelect } from "../useSelect";
import { useShownStep } from "../useShownStep";
import { ExampleNotes } from "./ExampleNotes";
import type { StageProps } from "./LaneWalk";
import { useOnShow } from "./useFollowed";
import styles from "./Walk.module.css";

export function ForwardStage({ account, beside }: StageProps): ReactNode {
  const hasExample = useOnShow(account) !== null;
  return (
    <>
      <ExampleNotes account={account} />
      {hasExample && <Network beside={beside} />}
    </>
  );
}

/** Its selection is the page's, so the inspector speaks of it. */
function Network({ beside }: Pick<StageProps, "beside">): ReactNode {
  const shown = useShownStep();
  const isColumnChosen = useApp(({ view }) => view.column !== null);
  const onSelect = useSelect();
  const lit = useApp(({ view }) => view.lit);
  if (!shown) return null;
  return (
    <div className={styles.figure}>
      <UnrolledFigure
        {...shown}
        layer={topOf(shown.trace)}
        isTraining={false}
        follows={isColumnChosen}
        lit={lit}
        onLit={student.light}
        onSelect={onSelect}
        beside={beside}
      />
    </div>
  );
}
