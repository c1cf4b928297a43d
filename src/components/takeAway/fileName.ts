/** Names of files that leave the page: what they hold, of which task and which update. */
import { useLane, useRun } from "../useLane";
import type { ItemId } from "./items";

/** As in "seq2seq-lab-stage-reverse-1200.svg". */
export function useFileName(id: ItemId): (extension: string) => string {
  const task = useLane(({ config }) => config.task);
  const step = useRun((run) => run.trace?.trainedSteps ?? run.step);
  return (extension) => `seq2seq-lab-${id}-${task}-${step}.${extension}`;
}
