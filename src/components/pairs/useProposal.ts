/** The settings proposed for the pairs of the last report, beside the present ones, and whether the student accepts them. */
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
  /** The differences as settings. */
  readonly change: Partial<Config>;
  readonly isTaken: boolean;
  /** Accepts the proposal, or declines it after all. */
  readonly toggle: () => void;
}

/** Null without usable pairs. Acceptance ends as soon as the proposal changes. */
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
