/** What a stage of the walk shows, in a few sentences. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import type { WalkStage } from "../../state/slices/walk";
import { Prose } from "../primitives/Prose";
import { useFormat } from "../primitives/useFormat";
import styles from "./Walk.module.css";

interface LeadProps {
  readonly stage: WalkStage;
  readonly account: UpdateAccount;
}

export function Lead({ stage, account: { rows, rule } }: LeadProps): ReactNode {
  const { t } = useTranslation("slowly");
  const format = useFormat();
  const values = { rows: rows.length, rate: format.number(rule.learningRate, 6) };
  return (
    <p className={styles.lead}>
      <Prose>{t(`${stage}.lead`, values)}</Prose>
    </p>
  );
}
