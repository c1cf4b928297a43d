/** Set-up: the everyday choices, small enough to stay in view with the map. */
import { useTranslation } from "react-i18next";
import { PairsButton } from "../pairs/PairsButton";
import { ChoiceSetting } from "./ChoiceSetting";
import { ModelNote } from "./ModelNote";
import styles from "./Setup.module.css";

export function Setup() {
  const { t } = useTranslation("setup");
  return (
    <section className={styles.setup} aria-labelledby={HEADING}>
      <h2 id={HEADING} className={styles.title}>
        {t("title")}
      </h2>
      <ChoiceSetting name="task" />
      <ChoiceSetting name="attention" />
      <ChoiceSetting name="timing" />
      <div className={styles.own}>
        <PairsButton />
        <ModelNote />
      </div>
    </section>
  );
}

const HEADING = "set-up";
