/** The ways from the tasks to the networks that only read or only write, whose examples are no pairs. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import styles from "./DataTab.module.css";

const KINDS = ["classifier", "generator"] as const;

export function AloneLinks(): ReactNode {
  const { t } = useTranslation("setup");
  return (
    <div className={styles.own}>
      <p className={styles.halves}>{t("halves.label")}</p>
      {KINDS.map((kind) => (
        <Button key={kind} look="quiet" onClick={() => student.openAloneKind(kind)}>
          {t(`halves.${kind}`)}
        </Button>
      ))}
    </div>
  );
}
