/** Why model B is not what the student chose; a failure of the whole worker has its notice at the top of the page. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { useApp } from "../../state/store";
import { LANE_NAMES } from "../lanes";
import styles from "./CompareRail.module.css";

export function FailureOfB(): ReactNode {
  const { t } = useTranslation("failures");
  const failure = useApp(({ lanes }) => {
    const kind = lanes.b?.run.failure?.kind ?? null;
    return kind === lanes.a.run.failure?.kind ? null : kind;
  });
  // A live region announces only changes, so it exists before its text.
  return (
    <p className={styles.failure} role="alert">
      {failure !== null && `${LANE_NAMES.b}: ${t(failure)}`}
    </p>
  );
}
