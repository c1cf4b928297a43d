/** The rail of mode Compare: the named pairs, what differs in model B, both models in numbers, and the way out. */
import { useId, type ReactNode } from "react";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import styles from "./CompareRail.module.css";
import { FailureOfB } from "./FailureOfB";
import { Numbers } from "./Numbers";
import { PairList } from "./PairList";
import { SettingsOfB } from "./SettingsOfB";
import { useCompareTexts } from "./useCompareTexts";

export function CompareRail(): ReactNode {
  const { t } = useCompareTexts();
  const id = useId();
  const hasB = useApp(({ lanes }) => lanes.b !== undefined);
  return (
    <section className={styles.rail} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {t("title")}
      </h2>
      <p className={styles.intro}>{t("intro")}</p>
      {hasB && (
        <>
          <Numbers />
          <FailureOfB />
          <SettingsOfB />
        </>
      )}
      <PairList />
      {hasB && (
        <Button
          onClick={() => {
            focusPlace("rail");
            void student.stopComparing();
          }}
        >
          {t("stop")}
        </Button>
      )}
    </section>
  );
}
