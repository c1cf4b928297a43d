/** The named pairs: a press puts both models on the page. A pair that cannot be compared now says why. */
import { useId, useMemo, type ReactNode } from "react";
import { student } from "../../state/actions/acts";
import {
  PAIR_IDS,
  type PairId,
  type PairProblem,
  pairProblem,
} from "../../state/slices/comparison";
import { useApp } from "../../state/store";
import styles from "./CompareRail.module.css";
import { useCompareTexts } from "./useCompareTexts";

export function PairList(): ReactNode {
  const { t } = useCompareTexts();
  const id = useId();
  return (
    <div className={styles.part}>
      <h3 id={id} className={styles.heading}>
        {t("pairs.title")}
      </h3>
      <ul className={styles.pairs} aria-labelledby={id}>
        {PAIR_IDS.map((pair) => (
          <li key={pair}>
            <Pair pair={pair} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Pair({ pair }: { readonly pair: PairId }): ReactNode {
  const { t } = useCompareTexts();
  const id = useId();
  const isChosen = useApp(({ view, lanes }) => view.pair === pair && lanes.b !== undefined);
  const problem = useProblem(pair);
  return (
    <button
      type="button"
      className={styles.pair}
      aria-pressed={isChosen}
      aria-disabled={problem !== null}
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-what`}
      onClick={() => void (problem === null && student.compareWith(pair))}
    >
      <span id={`${id}-name`} className={styles.name}>
        {t(`pairs.${pair}.name`)}
      </span>
      <span id={`${id}-what`} className={styles.what}>
        {problem === null ? t(`pairs.${pair}.what`) : t(`problems.${problem}`)}
      </span>
    </button>
  );
}

/** It counts the parameters of many models, so it waits for what decides it: a store that training changes asks often. */
function useProblem(pair: PairId): PairProblem | null {
  const config = useApp(({ lanes }) => lanes.a.config);
  const info = useApp(({ lanes }) => lanes.a.run.info);
  const hasEarlier = useApp(({ lanes }) => lanes.a.run.snapshots.length > 1);
  return useMemo(
    () => pairProblem(pair, { config, info, hasEarlier }),
    [pair, config, info, hasEarlier],
  );
}
