/** The layer that the tiles show; of a Transformer, the layer and the head that the map shows. */
import type { ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import { student } from "../../state/actions/acts";
import { topOf } from "../../vis/facts/subject";
import { HeadChoice } from "../transformer/HeadChoice";
import { LayerSwitch } from "../unrolled/LayerSwitch";

interface LayerRowProps {
  readonly trace: Trace;
  readonly layer: number; // 0-based
}

export function LayerRow({ trace, layer }: LayerRowProps): ReactNode {
  if (trace.transformer) return <HeadChoice trace={trace} />;
  const show = (to: number): void => student.showLayer(to === topOf(trace) ? null : to);
  return <LayerSwitch trace={trace} layer={layer} onChange={show} />;
}
