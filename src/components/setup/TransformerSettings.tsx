/** The settings of a Transformer, and what computes it. */
import { type ReactNode, Suspense } from "react";
import { useTransformerTexts } from "../transformer/useTransformerTexts";
import { ChoiceSetting } from "./ChoiceSetting";
import { NumberSetting } from "./NumberSetting";
import styles from "./Setup.module.css";

export function TransformerSettings(): ReactNode {
  return (
    <>
      <ChoiceSetting name="heads" />
      <ChoiceSetting name="positions" />
      <NumberSetting name="layers" />
      <NumberSetting name="hiddenSize" />
      <ChoiceSetting name="sourceOrder" />
      <Suspense fallback={null}>
        <NotFused />
      </Suspense>
    </>
  );
}

function NotFused(): ReactNode {
  const { t } = useTransformerTexts();
  return <p className={styles.note}>{t("notFused")}</p>;
}
