/** The ways from the tasks to the networks that only read or only write, whose examples are no pairs. */
import type { ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { useAloneTexts } from "../alone/useAloneTexts";
import styles from "./DataTab.module.css";

const KINDS = ["classifier", "generator"] as const;

export function AloneLinks(): ReactNode {
  const { t } = useAloneTexts();
  return (
    <div className={styles.own}>
      <p className={styles.halves}>{t("open.label")}</p>
      {KINDS.map((kind) => (
        <Button key={kind} look="quiet" onClick={() => student.openAlone(kind)}>
          {t(`open.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
