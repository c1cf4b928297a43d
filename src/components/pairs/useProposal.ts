/** The settings proposed for the pairs last read, beside the present ones, and whether the student has taken them. */
import { useMemo, useState } from "react";
import type { Config } from "../../engine/setup/config";
import {
  proposedChanges,
  proposedSettings,
  type ProposalFacts,
  type ProposedSetting,
} from "../../engine/corpus/proposal";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";

export interface ProposalChoice {
  readonly facts: ProposalFacts;
  /** What differs from the present settings; empty where nothing does. */
  readonly changes: readonly ProposedSetting[];
  /** The same as settings. */
  readonly change: Partial<Config>;
  readonly isTaken: boolean;
  /** Takes the proposal, or declines it after all. */
  readonly toggle: () => void;
}

/** Null while there are no pairs that can be used. What was taken counts no more once another change is proposed. */
export function useProposal(): ProposalChoice | null {
  const report = useApp(({ pairs }) => pairs.report);
  const config = useLane((lane) => lane.config);
  const [taken, setTaken] = useState<string | null>(null);
  const proposed = useMemo(
    () => (report?.status === "usable" ? proposedSettings(report.summary) : null),
    [report],
  );
  const changes = proposed ? proposedChanges(config, proposed) : [];
  const change: Partial<Config> = Object.fromEntries(
    changes.map(({ name, value }) => [name, value]),
  );
  const offer = JSON.stringify(change);
  if (taken !== null && taken !== offer) setTaken(null);
  const isTaken = taken === offer;
  if (!proposed) return null;
  return {
    facts: proposed.facts,
    changes,
    change,
    isTaken,
    toggle: () => setTaken(isTaken ? null : offer),
  };
}
