/** The worker's report on the pairs: a problem in words, or their properties. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { CorpusProblem } from "../../engine/corpus/problem";
import type { CorpusReport } from "../../engine/corpus/report";
import { isReading, sizeOfPairs } from "../../state/slices/pairs";
import { useApp } from "../../state/store";
import { useFormat } from "../primitives/useFormat";
import { Dropped } from "./Dropped";
import styles from "./Preview.module.css";
import { Summary } from "./Summary";

/** Id of the sentence that says whether the pairs are usable. */
export const VERDICT = "pairs-verdict";

interface PreviewProps {
  readonly isAsked: boolean;
  /** Texts that depend on the counts of usable pairs. */
  readonly children: ReactNode;
}

export function Preview({ isAsked, children }: PreviewProps) {
  const { t } = useTranslation("pairs");
  const report = useApp((state) => state.pairs.report);
  const isBusy = useApp(({ pairs, requests }) => isReading(pairs, requests));
  const shown = isAsked ? report : null;
  const reading = useReadingText();
  const isWaiting = isBusy && (shown === null || reading.isLong);
  return (
    <section className={styles.preview} aria-label={t("preview.title")} aria-busy={isBusy}>
      <h3 className={styles.title}>{t("preview.title")}</h3>
      <output id={VERDICT} className={styles.status}>
        {shown && !isWaiting ? (
          <Verdict report={shown} />
        ) : (
          (isAsked && reading.text) || t("preview.waiting")
        )}
      </output>
      <div className={isBusy ? styles.stale : undefined}>
        {shown && <Findings report={shown}>{children}</Findings>}
      </div>
    </section>
  );
}

/** From this size on, reading takes a moment. */
const LONG = 1e6; // bytes or characters

/** That the page reads the pairs; of many pairs it says how large they are. */
function useReadingText(): { readonly text: string; readonly isLong: boolean } {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const size = useApp(({ pairs: { latest } }) => (latest ? sizeOfPairs(latest.input) : 0));
  const isLong = size >= LONG;
  const text = isLong
    ? t("preview.readingLong", { size: format.number(size / 1e6, 1) })
    : t("preview.reading");
  return { text, isLong };
}

interface ReportProps {
  readonly report: CorpusReport;
}

/** The announcement: whether the pairs are usable, and why not. */
function Verdict({ report }: ReportProps) {
  const { t } = useTranslation("pairs");
  if (report.status === "unusable") return <Problem problem={report.problem} />;
  return <span className="visually-hidden">{t("preview.usable")}</span>;
}

interface FindingsProps extends ReportProps {
  readonly children: ReactNode;
}

function Findings({ report, children }: FindingsProps) {
  if (report.status === "usable") return <Summary summary={report.summary}>{children}</Summary>;
  return report.problem.kind === "tooFew" ? <Dropped dropped={report.problem.dropped} /> : null;
}

function Problem({ problem }: { readonly problem: CorpusProblem }) {
  const write = useProblemText();
  return <span className={styles.problem}>{write(problem)}</span>;
}

/** A sentence that names the problem, its place, and what to do. */
function useProblemText(): (problem: CorpusProblem) => string {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const megabytes = (bytes: number): string => format.number(bytes / 1e6, 1);
  return (problem) => {
    switch (problem.kind) {
      case "empty":
        return t("problems.empty");
      case "tooLarge":
        return t("problems.tooLarge", {
          size: megabytes(problem.bytes),
          limit: megabytes(problem.limit),
        });
      case "unpackedTooLarge":
      case "tooManyFiles":
      case "notText":
      case "damaged":
      case "noMember":
      case "tooManyColumns":
      case "brokenJson":
      case "noFields":
      case "unequalLines":
      case "unreadable":
        return t("problems.unreadable");
      case "encoding":
        return t("problems.encoding", { byte: format.number(problem.byteOffset + 1) });
      case "noColumns":
        return t("problems.noTabs", { line: format.number(problem.line), text: problem.text });
      case "tooFew":
        return t(problem.dropped.tooLong > 0 ? "problems.tooFewLong" : "problems.tooFew", {
          read: format.number(problem.read),
          kept: problem.kept,
          least: problem.least,
        });
      default:
        return problem satisfies never;
    }
  };
}
