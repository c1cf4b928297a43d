/** Step 2: what the worker has read, and every way to read it differently, before anything is kept. */
import type { CorpusOptions, CorpusReport } from "../../engine/corpus/report";
import type { Reading } from "../../engine/corpus/reading";
import { isReading } from "../../state/slices/pairs";
import { useApp } from "../../state/store";
import { ColumnTable } from "./ColumnTable";
import { FirstPairs } from "./FirstPairs";
import { HowRead } from "./HowRead";
import { LeftOut } from "./LeftOut";
import { Limits } from "./Limits";
import styles from "./Look.module.css";
import { StepSection } from "./StepSection";
import { Summary } from "./Summary";
import { TokenChoice } from "./TokenChoice";
import { TooSmall } from "./TooSmall";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";
import { Verdict } from "./Verdict";

export function LookStep({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const report = useApp((state) => state.pairs.report);
  const isBusy = useApp(({ pairs, requests }) => isReading(pairs, requests));
  const shown = draft.input === null || draft.isHeld ? null : report;
  return (
    <StepSection number={2} title={t("look.title")} className={styles.look} isBusy={isBusy}>
      <Verdict draft={draft} report={shown} isBusy={isBusy || !draft.isAsked} />
      {shown && (
        <div className={isBusy ? styles.stale : styles.findings}>
          <Findings report={shown} options={draft.options} onChange={draft.setOptions} />
        </div>
      )}
    </StepSection>
  );
}

/** What the parts of the preview show and change. */
export interface ReadingProps {
  readonly reading: Reading;
  readonly options: CorpusOptions;
  readonly onChange: (options: CorpusOptions) => void;
}

interface FindingsProps {
  readonly report: CorpusReport;
  readonly options: CorpusOptions;
  readonly onChange: (options: CorpusOptions) => void;
}

function Findings({ report, options, onChange }: FindingsProps) {
  const { reading } = report;
  const summary = report.status === "usable" ? report.summary : null;
  const problem = report.status === "unusable" ? report.problem : null;
  const dropped = summary?.dropped ?? (problem?.kind === "tooFew" ? problem.dropped : null);
  return (
    <>
      {reading && <ColumnTable {...{ reading, options, onChange }} />}
      {reading && <HowRead {...{ reading, options, onChange }} />}
      {summary && <TooSmall {...{ summary, options, onChange }} />}
      {reading && <TokenChoice {...{ reading, options, onChange }} />}
      {summary && <FirstPairs pairs={summary.preview} />}
      {reading && <Limits {...{ reading, options, onChange }} />}
      {dropped && <LeftOut dropped={dropped} rows={reading?.refused ?? []} />}
      {summary && <Summary summary={summary} />}
    </>
  );
}
