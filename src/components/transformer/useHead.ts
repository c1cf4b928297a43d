/** The layer and the head of a Transformer that the page shows. */
import type { Trace } from "../../engine/results/trace";
import { headsOf } from "../../engine/setup/modelShape";
import { useApp } from "../../state/store";
import { topOf } from "../../vis/facts/subject";

export interface ShownHead {
  readonly layer: number; // 0-based
  readonly head: number | null; // 0-based; null: the mean over all heads
}

export function useHead(trace: Trace): ShownHead {
  const chosen = useApp(({ view }) => view.layer);
  const head = useApp(({ view }) => view.head);
  const top = topOf(trace);
  return {
    layer: Math.min(chosen ?? top, top),
    head: head !== null && head < headsOf(trace.shape) ? head : null,
  };
}
