/** Over a stage: the letter of its model, each setting in which the two differ, and the size of the model. */
import type { ReactNode } from "react";
import type { LaneId } from "../../workers/protocol";
import { useFormat } from "../primitives/useFormat";
import { useValueText } from "../setup/useSetting";
import { useLane } from "../useLane";
import styles from "./LaneHead.module.css";
import { LANE_NAMES } from "../lanes";
import { useCompareTexts } from "./useCompareTexts";
import { useDifferences } from "./useDifferences";

export function LaneHead({ lane }: { readonly lane: LaneId }): ReactNode {
  return (
    <div className={styles.head} data-lane={lane}>
      <h3 className={styles.name}>{LANE_NAMES[lane]}</h3>
      <Differences lane={lane} />
      <Facts />
    </div>
  );
}

function Differences({ lane }: { readonly lane: LaneId }): ReactNode {
  const { t } = useCompareTexts();
  const valueOf = useValueText();
  const differences = useDifferences();
  const weights = useLane(({ run }) => run.info?.weights ?? "fresh");
  if (differences.length === 0) return <p className={styles.same}>{t(`weights.${weights}`)}</p>;
  return (
    <ul className={styles.chips}>
      {differences.map(({ field, values }) => (
        <li key={field} className={styles.chip}>
          {t(`setup:fields.${field}.label`)} <b>{valueOf(field, values[lane])}</b>
        </li>
      ))}
    </ul>
  );
}

/** The size of the model, and how many updates made the weights on the stage. */
function Facts(): ReactNode {
  const { t } = useCompareTexts();
  const format = useFormat();
  const parameters = useLane(({ run }) => run.info?.parameters ?? null);
  const update = useLane(({ run }) => run.trace?.trainedSteps ?? null);
  return (
    <p className={styles.facts}>
      {parameters !== null && (
        <span>{t("parameters", { parameters: format.number(parameters) })}</span>
      )}
      {update !== null && <span>{t("update", { update: format.number(update) })}</span>}
    </p>
  );
}
