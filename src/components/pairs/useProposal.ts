/** The settings proposed for the pairs of the last report, beside the present ones, and whether the student wants them. */
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
  /** The differences from the present settings; empty where the proposal has none. */
  readonly changes: readonly ProposedSetting[];
  /** The settings that the new model gets beside the present ones. */
  readonly change: Partial<Config>;
  readonly isTaken: boolean;
  /** Declines the proposal, or accepts it after all. */
  readonly toggle: () => void;
}

/** Null without usable pairs. The proposal is taken until the student declines it, and a new one is taken again. */
export function useProposal(): ProposalChoice | null {
  const report = useApp(({ pairs }) => pairs.report);
  const config = useLane((lane) => lane.config);
  const [declined, setDeclined] = useState<string | null>(null);
  const proposed = useMemo(
    () => (report?.status === "usable" ? proposedSettings(report.summary) : null),
    [report],
  );
  const changes = proposed ? proposedChanges(config, proposed) : [];
  const settings: Partial<Config> = Object.fromEntries(
    changes.map(({ name, value }) => [name, value]),
  );
  const offer = JSON.stringify(settings);
  if (declined !== null && declined !== offer) setDeclined(null);
  const isTaken = declined !== offer;
  if (!proposed) return null;
  return {
    facts: proposed.facts,
    changes,
    change: isTaken ? settings : {},
    isTaken,
    toggle: () => setDeclined(isTaken ? offer : null),
  };
}
