/** What the worker made of the pairs: a problem in words, or counts, what was left out, and the first pairs. */
import { useTranslation } from "react-i18next";
import type {
  CorpusProblem,
  CorpusReport,
  CorpusSummary,
  DroppedPairs,
} from "../../engine/corpus/report";
import { useApp } from "../../state/app";
import { useFormat } from "../primitives/useFormat";
import { FirstPairs } from "./FirstPairs";
import styles from "./Preview.module.css";

/** Id of the sentence on whether the pairs can be used. */
export const VERDICT = "pairs-verdict";

export function Preview({ isAsked }: { readonly isAsked: boolean }) {
  const { t } = useTranslation("pairs");
  const report = useApp((state) => state.pairs.report);
  const isReading = useApp((state) => state.pairs.reading);
  const shown = isAsked ? report : null;
  return (
    <section className={styles.preview} aria-label={t("preview.title")} aria-busy={isReading}>
      <h3 className={styles.title}>{t("preview.title")}</h3>
      <output id={VERDICT} className={styles.status}>
        {shown ? <Verdict report={shown} /> : t(isAsked ? "preview.reading" : "preview.waiting")}
      </output>
      <div className={isReading ? styles.stale : undefined}>
        {shown && <Findings report={shown} />}
      </div>
    </section>
  );
}

interface ReportProps {
  readonly report: CorpusReport;
}

/** What is said aloud: whether the pairs can be used, and why not. */
function Verdict({ report }: ReportProps) {
  const { t } = useTranslation("pairs");
  if (report.status === "unusable") return <Problem problem={report.problem} />;
  return <span className="visually-hidden">{t("preview.usable")}</span>;
}

function Findings({ report }: ReportProps) {
  if (report.status === "usable") return <Summary summary={report.summary} />;
  return report.problem.kind === "tooFew" ? <Dropped dropped={report.problem.dropped} /> : null;
}

function Problem({ problem }: { readonly problem: CorpusProblem }) {
  const write = useProblemText();
  return <span className={styles.problem}>{write(problem)}</span>;
}

/** A sentence that says what is wrong, where, and what to do. */
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
      case "unreadable":
        return t("problems.unreadable");
      case "encoding":
        return t("problems.encoding", { byte: format.number(problem.byteOffset + 1) });
      case "noTabs":
        return t("problems.noTabs", { line: format.number(problem.line), text: problem.text });
      case "tooFew":
        return t("problems.tooFew", {
          read: format.number(problem.read),
          kept: problem.kept,
          least: problem.least,
        });
      default:
        return problem satisfies never;
    }
  };
}

function Summary({ summary }: { readonly summary: CorpusSummary }) {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const n = (value: number): string => format.number(value);
  const rows = [
    [t("preview.read"), n(summary.read)],
    [t("preview.kept"), n(summary.kept)],
    [
      t("preview.split"),
      t("preview.splitValue", { train: n(summary.train), heldOut: n(summary.heldOut) }),
    ],
    [
      t("preview.vocabulary"),
      t("preview.vocabularyValue", {
        source: n(summary.sourceVocabulary),
        target: n(summary.targetVocabulary),
      }),
    ],
    [
      t("preview.longest"),
      t("preview.longestValue", {
        source: n(summary.longestSource),
        target: n(summary.longestTarget),
      }),
    ],
    [t("preview.unknown"), format.percent(summary.unknownShare)],
  ] as const;
  return (
    <>
      <dl className={styles.counts}>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Dropped dropped={summary.dropped} />
      <FirstPairs pairs={summary.preview} />
    </>
  );
}

const REASONS = ["oneColumn", "emptySide", "tooLong", "duplicate", "overLimit"] as const;

function Dropped({ dropped }: { readonly dropped: DroppedPairs }) {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const found = REASONS.filter((reason) => dropped[reason] > 0);
  if (found.length === 0) return <p className={styles.remark}>{t("preview.noneDropped")}</p>;
  const total = found.reduce((sum, reason) => sum + dropped[reason], 0);
  return (
    <>
      <p className={styles.remark}>{t("preview.dropped", { total: format.number(total) })}</p>
      <ul className={styles.reasons}>
        {found.map((reason) => (
          <li key={reason}>
            <b>{format.number(dropped[reason])}</b> {t(`preview.reasons.${reason}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
