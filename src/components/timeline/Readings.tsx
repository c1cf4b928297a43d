/** The progress of training in numbers. They are silent when they change, because the page's status line announces progress. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { withLiveFields } from "../../engine/setup/config";
import { truthProbability } from "../../engine/setup/truthProbability";
import { pastStep } from "../../engine/show";
import { shownFrame } from "../../state/slices/film";
import { lastLoss } from "../../state/slices/losses";
import { useApp } from "../../state/store";
import { Prose } from "../primitives/Prose";
import { type Format, useFormat } from "../primitives/useFormat";
import { useLane, useRun } from "../useLane";
import styles from "./Readings.module.css";
import { useBackend } from "./useBackend";

const NONE = "–";

export function Readings() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const update = useRun((run) =>
    run.info || run.evaluations.length > 0 ? format.number(run.step) : NONE,
  );
  const loss = useRun((run) => lastLoss(run.losses)?.loss ?? null);
  const match = useRun((run) => run.evaluations.at(-1)?.exactMatch ?? null);
  const pace = useRun((run) => (run.status === "training" ? run.pairsPerSecond : null));
  const truth = useTruthProbability();
  const showsPast = useApp(
    ({ view, film }) => pastStep(view.show) !== null || shownFrame(film) !== null,
  );
  const { name, short, reason } = useBackend();
  return (
    <div className={styles.readings} data-place="stats">
      <Reading label={t("stats.update")} note={showsPast ? t("stats.now") : undefined}>
        {update}
      </Reading>
      <Reading label={t("stats.loss")}>{loss === null ? NONE : writeLoss(loss, format)}</Reading>
      <Reading label={t("stats.exactMatch")} isPending={match === null}>
        {match === null ? t("stats.unmeasured") : format.percent(match)}
      </Reading>
      <Reading label={t("stats.pairsPerSecond")} isSmall>
        {pace === null ? NONE : format.number(pace)}
      </Reading>
      <Reading label={<Prose>{t("stats.truth")}</Prose>} isSmall>
        {truth === null ? NONE : format.number(truth, 3)}
      </Reading>
      <Reading
        label={t("stats.backend")}
        isSmall
        title={reason === null ? name : `${name}: ${reason}`}
      >
        {short === name ? name : <ShortName short={short} name={name} />}
        {reason !== null && <span className="visually-hidden">{`: ${reason}`}</span>}
      </Reading>
    </div>
  );
}

function ShortName({ short, name }: { readonly short: string; readonly name: string }) {
  return (
    <>
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{name}</span>
    </>
  );
}

/** The probability that the next batch feeds the truth; null before the run has a model. Changes apply to the run at once. */
function useTruthProbability(): number | null {
  const wanted = useLane((lane) => lane.config);
  const info = useRun((run) => run.info);
  const step = useRun((run) => run.step);
  if (!info) return null;
  // With a shipped model, Train starts a new run, so the next batch is that run's first.
  const next = info.weights === "baked" ? 0 : step;
  return truthProbability(withLiveFields(info.config, wanted), next);
}

/** A loss that is no number appears as NaN or Infinity. */
function writeLoss(loss: number, format: Format): string {
  return Number.isFinite(loss) ? format.fixed(loss, 3) : String(loss);
}

interface ReadingProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly isSmall?: boolean;
  /** Whether words stand in the place of a number that does not exist yet. */
  readonly isPending?: boolean;
  readonly title?: string | undefined;
  /** After the label, and no part of the name. */
  readonly note?: string | undefined;
}

function Reading({ label, children, isSmall = false, isPending, title, note }: ReadingProps) {
  const id = useId();
  return (
    <div className={isSmall ? styles.small : styles.reading}>
      <output
        className={styles.value}
        data-pending={isPending || undefined}
        aria-labelledby={id}
        aria-live="off"
        title={title}
      >
        {children}
      </output>
      <span className={styles.label}>
        <span id={id}>{label}</span> {note}
      </span>
    </div>
  );
}
