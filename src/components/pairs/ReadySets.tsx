/** Sets of everyday sentences that come with the page, for a class without a file. */
import { useId } from "react";
import type { ReadySet } from "../../engine/corpus/ready/readySets";
import { Button } from "../primitives/Button";
import styles from "./Give.module.css";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";

const SETS: readonly ReadySet[] = ["koreanEnglish", "englishKorean", "englishFrench"];

export function ReadySets({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const id = useId();
  const give = async (set: ReadySet): Promise<void> => {
    const { writeReadySet } = await import("../../engine/corpus/ready/readySets"); // it loads when wanted
    const name = `${t(`ready.${set}`)}.tsv`;
    draft.giveFiles([new File([writeReadySet(set)], name, { type: "text/tab-separated-values" })]);
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
    </section>
  );
}
