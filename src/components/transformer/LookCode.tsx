/** The PyTorch tab of a Transformer: one look at the source as code, and the whole program. */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { lookCode, lookGiven } from "../../vis/code/lookCode";
import { ProgramTools, WholeText } from "../inspector/PytorchExtras";
import tab from "../inspector/PytorchTab.module.css";
import { CodeText } from "../step/CodeText";
import styles from "../step/StepCode.module.css";
import type { Shown } from "../unrolled/shown";
import { useHead } from "./useHead";
import { useTransformerTexts } from "./useTransformerTexts";

export function LookCode({ trace }: Shown): ReactNode {
  const { t } = useTransformerTexts();
  const { t: tInspector } = useTranslation("inspector");
  const { layer } = useHead(trace);
  const given = lookGiven(trace).map(({ name, shape }) => `${name} [${shape.join(", ")}]`);
  return (
    <>
      <div className={tab.tools}>
        <Suspense fallback={null}>
          <ProgramTools />
        </Suspense>
      </div>
      <p className={styles.given}>
        {tInspector("code.given")} <code>{given.join(", ")}</code>
      </p>
      <ol className={styles.code} aria-label={t("code.label")} translate="no">
        {lookCode(trace, layer).map((line) => (
          <li key={line.code} className={styles.line}>
            <CodeText line={line} />
          </li>
        ))}
      </ol>
      <p className={styles.note}>{t("code.note")}</p>
      <Suspense fallback={null}>
        <WholeText />
      </Suspense>
    </>
  );
}
