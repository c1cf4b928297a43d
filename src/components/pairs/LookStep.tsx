/** Step 2: what the worker has read, and every way to read it differently, before anything is kept. */
import type { CorpusOptions, CorpusReport, DroppedPairs } from "../../engine/corpus/report";
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
  const shown = draft.isHeld ? null : report;
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
  const shared = { options, onChange };
  return (
    <>
      {reading && <ColumnTable reading={reading} {...shared} />}
      {reading && <HowRead reading={reading} {...shared} />}
      {report.status === "usable" && <TooSmall summary={report.summary} {...shared} />}
      {reading && <TokenChoice reading={reading} {...shared} />}
      {report.status === "usable" && <FirstPairs pairs={report.summary.preview} />}
      {reading && <Limits reading={reading} {...shared} />}
      <LeftOut dropped={droppedOf(report)} rows={reading?.refused ?? []} />
      {report.status === "usable" && <Summary summary={report.summary} />}
    </>
  );
}

/** The rows that gave no pair; null: the report does not count them. */
function droppedOf(report: CorpusReport): DroppedPairs | null {
  if (report.status === "usable") return report.summary.dropped;
  return report.problem.kind === "tooFew" ? report.problem.dropped : null;
}
