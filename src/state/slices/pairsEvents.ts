/** What the worker's events change in the state of own pairs. */
import type { Event } from "../../workers/protocol";
import type { Inspection, PairsState } from "./pairs";
import type { Requests } from "./requests";

const RUNS_HELD = 3; // the active one and two that undo and redo bring back

/**
 * The pairs after an event that is not stale. Only what is said of the latest inspection counts.
 * @param requests before the event
 */
export function reducePairs(pairs: PairsState, event: Event, requests: Requests): PairsState {
  const { type } = event;
  if (type === "ready" && event.info.config.task === "pairs")
    return followCorpus(pairs, event.info.runId);
  if (type === "pairsProgress" && event.inspection === pairs.latest?.id)
    return { ...pairs, progress: event.total > 0 ? event.done / event.total : null };
  if (type === "pairsExported")
    return { ...pairs, exported: { name: pairs.latest?.name ?? "", text: event.text } };
  if (type === "pairsInspected" && answersLatest(pairs, event.requestId, requests))
    return { ...pairs, report: event.report, progress: null };
  return pairs;
}

function answersLatest({ latest }: PairsState, requestId: number, requests: Requests): boolean {
  return requests.some(
    ({ id, command }) =>
      id === requestId && command.type === "inspectPairs" && command.inspection === latest?.id,
  );
}

/** Takes the pairs of the new active run as those in use, because undo can bring back earlier pairs. */
function followCorpus(pairs: PairsState, runId: number): PairsState {
  const inspection = corpusOf(pairs, runId) ?? pairs.used;
  if (inspection === null) return pairs;
  const others = pairs.corpora.filter((corpus) => corpus.runId !== runId);
  const corpora = [...others, { runId, inspection }].slice(-RUNS_HELD);
  return { ...pairs, used: inspection, corpora };
}

/** The pairs of a run; null if the run has another task or the worker no longer holds it. */
export function corpusOf(pairs: PairsState, runId: number | undefined): Inspection | null {
  return pairs.corpora.find((corpus) => corpus.runId === runId)?.inspection ?? null;
}
