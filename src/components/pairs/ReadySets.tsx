/** Sets of everyday sentences that come with the page, for a class without a file. */
import { useId, useState } from "react";
import type { ReadySet } from "../../engine/corpus/ready/readySets";
import { Button } from "../primitives/Button";
import styles from "./Give.module.css";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";

const SETS: readonly ReadySet[] = ["koreanEnglish", "englishKorean", "englishFrench"];

/** The grammar loads when a set is wanted. */
async function loadWriter(): Promise<(set: ReadySet) => string> {
  return (await import("../../engine/corpus/ready/readySets")).writeReadySet;
}

export function ReadySets({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const id = useId();
  const [isMissing, setMissing] = useState(false);
  const give = async (set: ReadySet): Promise<void> => {
    const write = await loadWriter().catch(() => null);
    setMissing(write === null);
    if (!write) return;
    const name = `${t(`ready.${set}`)}.tsv`;
    draft.giveFiles([new File([write(set)], name, { type: "text/tab-separated-values" })]);
  };
  return (
    <section className={styles.ready} aria-labelledby={id}>
      <h4 id={id} className={styles.subtitle}>
        {t("ready.title")}
      </h4>
      <p className={styles.kinds}>{t("ready.about")}</p>
      <div className={styles.choose}>
        {SETS.map((set) => (
          <Button key={set} onClick={() => void give(set)}>
            {t(`ready.${set}`)}
          </Button>
        ))}
      </div>
      <p className={styles.missing} role="alert">
        {isMissing && t("ready.missing")}
      </p>
    </section>
  );
}
