/** The progress of training in numbers. They are silent when they change, because the page's status line announces progress. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { withLiveFields } from "../../engine/setup/config";
import { truthProbability } from "../../engine/setup/truthProbability";
import { useLane, useThrottledRun } from "../useLane";
import { lastLoss } from "../../state/slices/losses";
import { useFormat } from "../primitives/useFormat";
import styles from "./Stats.module.css";

const NONE = "–";

export function Stats() {
  const { t } = useTranslation("training");
  const format = useFormat();
  const step = useThrottledRun((run) =>
    run.info || run.evaluations.length > 0 ? format.number(run.step) : NONE,
  );
  const loss = useThrottledRun((run) => lastLoss(run.losses)?.loss ?? null);
  const match = useThrottledRun((run) => run.evaluations.at(-1)?.exactMatch ?? null);
  const pace = useThrottledRun((run) => run.pairsPerSecond);
  const truth = useTruthProbability();
  const backend = useThrottledRun((run) => run.backend);
  const waiting = useThrottledRun((run) => (run.status === "failed" ? NONE : t("backend.unknown")));
  return (
    <div className={styles.stats} data-place="stats">
      <Stat label={t("stats.step")}>{step}</Stat>
      <Stat label={t("stats.loss")}>{loss === null ? NONE : writeLoss(loss, format)}</Stat>
      <Stat label={t("stats.exactMatch")}>{match === null ? NONE : format.percent(match)}</Stat>
      <Stat label={t("stats.pairsPerSecond")}>{pace === null ? NONE : format.number(pace)}</Stat>
      <Stat label={t("stats.truth")}>{truth === null ? NONE : format.number(truth, 3)}</Stat>
      <Stat label={t("stats.backend")} wide>
        {backend
          ? t(`backend.reason.${backend.reason}`, { name: t(`backend.name.${backend.name}`) })
          : waiting}
      </Stat>
      {backend && typeof backend.detail === "string" && (
        <details className={styles.detail}>
          <summary>{t("backend.detail")}</summary>
          <code>{backend.detail}</code>
        </details>
      )}
    </div>
  );
}

/** The probability that the next batch feeds the truth; null before the run has a model. Changes apply to the run at once. */
function useTruthProbability(): number | null {
  const wanted = useLane((lane) => lane.config);
  const info = useThrottledRun((run) => run.info);
  const step = useThrottledRun((run) => run.step);
  if (!info) return null;
  // With a shipped model, Train starts a new run, so the next batch is that run's first.
  const next = info.weights === "baked" ? 0 : step;
  return truthProbability(withLiveFields(info.config, wanted), next);
}

/** A loss that is no number appears as NaN or Infinity. */
function writeLoss(
  loss: number,
  format: { fixed(value: number, decimals: number): string },
): string {
  return Number.isFinite(loss) ? format.fixed(loss, 3) : String(loss);
}

interface StatProps {
  readonly label: string;
  readonly children: ReactNode;
  /** A sentence over the whole width instead of a number. */
  readonly wide?: boolean;
}

function Stat({ label, children, wide = false }: StatProps) {
  const id = useId();
  return (
    <div className={wide ? styles.wide : undefined}>
      <output className={styles.value} aria-labelledby={id} aria-live="off">
        {children}
      </output>
      <span id={id} className={styles.label}>
        {label}
      </span>
    </div>
  );
}
