/** The legend of the grid of a batch. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import cells from "./BatchCells.module.css";
import styles from "./BatchKey.module.css";

interface BatchKeyProps {
  readonly hasAnswers: boolean;
  /** Whether masks can be off. */
  readonly hasSwitches?: boolean;
}

export function BatchKey({ hasAnswers, hasSwitches = true }: BatchKeyProps): ReactNode {
  const { t } = useTranslation("batch");
  return (
    <section className={styles.key} aria-label={t("key.label")}>
      <ul className={styles.list}>
        <li>
          <Sample className={cells.pad} />
          {t("key.pad")}
        </li>
        {hasSwitches && (
          <li>
            <Sample className={cells.pad} isOpen />
            {t("key.open")}
          </li>
        )}
        {!hasAnswers ? (
          <>
            <li>
              <Sample className={cells.fed} origin="truth" />
              {t("key.truth")}
            </li>
            <li>
              <Sample className={cells.fed} origin="model" />
              {t("key.model")}
            </li>
          </>
        ) : (
          <li>
            <Sample className={cells.said} isWrong />
            {t("key.wrong")}
          </li>
        )}
      </ul>
      <p>{t(hasAnswers ? "key.stop" : "key.coins")}</p>
    </section>
  );
}

interface SampleProps {
  readonly className: string | undefined;
  readonly isOpen?: boolean;
  readonly isWrong?: boolean;
  readonly origin?: "truth" | "model";
}

function Sample({ className, isOpen, isWrong, origin }: SampleProps): ReactNode {
  return (
    <span
      className={`${className ?? ""} ${styles.sample ?? ""}`}
      data-open={isOpen}
      data-origin={origin}
      data-wrong={isWrong}
      aria-hidden="true"
    />
  );
}
