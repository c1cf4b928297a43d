/** The button that makes the pairs the task, and why it is disabled. */
import { useId } from "react";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { areUsable, isReading } from "../../state/slices/inspection";
import { Button } from "../primitives/Button";
import styles from "./PairsDialog.module.css";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";
import type { ProposalChoice } from "./useProposal";
import { student } from "../../state/actions/acts";

interface UseProps {
  readonly draft: Draft;
  readonly shouldKeep: boolean;
  readonly proposal: ProposalChoice | null;
}

export function UsePairs({ draft, shouldKeep, proposal }: UseProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  const whyNot = useReason(draft);
  return (
    <>
      <p id={id} className={styles.hint}>
        {whyNot === null ? t(`use.hint.${settingsOf(proposal)}`) : t(`use.whyNot.${whyNot}`)}
      </p>
      <Button
        look="primary"
        disabled={whyNot !== null}
        aria-describedby={id}
        onClick={() => student.startOnPairs(shouldKeep, proposal?.change ?? {})}
      >
        {t("use.act")}
      </Button>
    </>
  );
}

/** The settings of the model on these pairs; "same" where the proposal changes nothing. */
function settingsOf(proposal: ProposalChoice | null): "same" | "own" | "proposed" {
  if (!proposal || proposal.changes.length === 0) return "same";
  return proposal.isTaken ? "proposed" : "own";
}

/** Why the page cannot use these pairs now; null where it can. */
function useReason({
  input,
  isAsked,
}: Draft): "nothing" | "reading" | "unusable" | "stopped" | null {
  const isUsable = useApp((state) => areUsable(state.pairs, state.requests));
  const isBusy = useApp(({ pairs, requests }) => isReading(pairs, requests));
  const isStopped = useLane((lane) => lane.run.status === "failed");
  if (isStopped) return "stopped";
  if (input === null) return "nothing";
  if (!isAsked || isBusy) return "reading";
  return isUsable ? null : "unusable";
}
