/** Whether the pairs are usable, or why not, in a sentence that is announced; and the progress of reading. */
import type { CorpusReport } from "../../engine/corpus/report";
import { useApp } from "../../state/store";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import styles from "./Verdict.module.css";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";
import { useProblemText } from "./useProblemText";

/** Id of the sentence that says whether the pairs are usable. */
export const VERDICT = "pairs-verdict";

interface VerdictProps {
  readonly draft: Draft;
  readonly report: CorpusReport | null; // on this draft
  readonly isBusy: boolean;
}

export function Verdict({ draft, report, isBusy }: VerdictProps) {
  const { t } = useCorpusTexts();
  const { isHeld } = draft;
  const outcome = report === null || isBusy ? t("look.reading") : <Outcome report={report} />;
  return (
    <div className={styles.verdict}>
      <output id={VERDICT} className={styles.status}>
        {isHeld ? t("look.cancelled") : outcome}
      </output>
      {isHeld && <Button onClick={draft.readAgain}>{t("look.again")}</Button>}
      {isBusy && !isHeld && <Progress draft={draft} />}
    </div>
  );
}

/** How far the reading is, where the worker says so, and the button that ends it. */
function Progress({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const progress = useApp((state) => state.pairs.progress);
  const share = progress === null ? null : format.percent(progress, 0);
  return (
    <div className={styles.progress}>
      {progress !== null && (
        <progress
          max={1}
          value={progress}
          aria-label={t("look.readingPart", { share: share ?? "" })}
        />
      )}
      <Button onClick={draft.cancel}>{t("look.cancel")}</Button>
    </div>
  );
}

function Outcome({ report }: { readonly report: CorpusReport }) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const write = useProblemText();
  if (report.status === "unusable")
    return <span className={styles.problem}>{write(report.problem)}</span>;
  const { kept, read } = report.summary;
  return (
    <span className={styles.usable}>
      {t("look.usable", { kept: format.number(kept), read: format.number(read) })}
    </span>
  );
}
