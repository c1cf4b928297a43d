/** The chosen files with their sizes, and the button that takes them away. */
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./Give.module.css";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";

export function ChosenFiles({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const nameOf = useFileName();
  if (draft.files.length === 0) return null;
  return (
    <div className={styles.chosen}>
      <ul>
        {draft.files.map((file, i) => (
          <li key={i}>{nameOf(file)}</li>
        ))}
      </ul>
      <Button look="link" onClick={() => draft.giveFiles([])}>
        {t("give.remove")}
      </Button>
    </div>
  );
}

/** The name of a file with its size, in the unit that leaves it digits. */
function useFileName(): (file: File) => string {
  const { t } = useCorpusTexts();
  const format = useFormat();
  return ({ name, size }) =>
    size < 1e6
      ? t("give.chosenSmall", { name, size: format.number(size / 1e3, size < 1e4 ? 2 : 0) })
      : t("give.chosen", { name, size: format.number(size / 1e6, 2) });
}
