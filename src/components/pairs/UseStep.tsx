/** Step 3: what will be trained, with which settings and for how long, and what stays of the pairs. */
import { useEffect } from "react";
import type { Config } from "../../engine/setup/config";
import type { CorpusSummary } from "../../engine/corpus/report";
import { SPECIAL_TOKENS } from "../../engine/text/tokens";
import { page } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { useDuration } from "../primitives/useDuration";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";
import { ExportPairs } from "./ExportPairs";
import { KeepOption } from "./KeepOption";
import { Proposal } from "./Proposal";
import { StepSection } from "./StepSection";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";
import type { ProposalChoice } from "./useProposal";
import styles from "./Use.module.css";

interface UseStepProps {
  readonly draft: Draft;
  readonly proposal: ProposalChoice | null;
  readonly shouldKeep: boolean;
  readonly setShouldKeep: (shouldKeep: boolean) => void;
}

export function UseStep({ draft, proposal, shouldKeep, setShouldKeep }: UseStepProps) {
  const { t } = useCorpusTexts();
  const report = useApp(({ pairs }) => pairs.report);
  const summary =
    draft.input !== null && !draft.isHeld && report?.status === "usable" ? report.summary : null;
  return (
    <StepSection number={3} title={t("use.title")} className={styles.use}>
      {summary && proposal && (
        <>
          <Plan summary={summary} change={proposal.change} />
          <Proposal proposal={proposal} />
          <ExportPairs />
        </>
      )}
      <KeepOption shouldKeep={shouldKeep} onChange={setShouldKeep} />
    </StepSection>
  );
}

interface PlanProps {
  readonly summary: CorpusSummary;
  readonly change: Partial<Config>;
}

/** The new model's training in a few sentences, with its time on this device as soon as that is measured. */
function Plan({ summary, change }: PlanProps) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const duration = useDuration();
  const present = useLane((lane) => lane.config);
  const config: Config = { ...present, ...change };
  const pace = usePace(config, summary);
  const [train, heldOut] = [format.number(summary.train), format.number(summary.heldOut)];
  return (
    <div className={styles.plan}>
      <p>{t("use.plan", { train, heldOut })}</p>
      <p>
        {t("use.steps", { steps: format.number(config.maxSteps) })}{" "}
        {pace === "measuring" && t("use.timing")}
        {typeof pace === "number" && (
          <b>{t("use.time", { time: duration(pace * config.maxSteps) })}</b>
        )}
      </p>
    </div>
  );
}

const SETTLE_MS = 600;

/** Milliseconds of an update; null: it cannot be measured now. */
function usePace(config: Config, summary: CorpusSummary): number | "measuring" | null {
  const pace = useApp(({ pairs }) => pairs.pace);
  const isOpen = useApp(({ pairs }) => pairs.open);
  const { source, target } = summary;
  const sizes = JSON.stringify({
    sourceTokens: source.vocabulary + SPECIAL_TOKENS.length,
    targetTokens: target.vocabulary + SPECIAL_TOKENS.length,
    maxSourceLength: Math.max(source.lengths.most, target.lengths.most),
  });
  const settings = JSON.stringify(config); // a new object at every render
  useEffect(() => {
    const time = (): void =>
      page.timePairs(
        JSON.parse(settings) as Config,
        isOpen ? (JSON.parse(sizes) as Parameters<typeof page.timePairs>[1]) : null,
      );
    const timer = setTimeout(time, isOpen ? SETTLE_MS : 0);
    return () => clearTimeout(timer);
  }, [settings, sizes, isOpen]);
  return pace && (pace.milliseconds ?? "measuring");
}
