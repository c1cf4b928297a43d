/** A map of self-attention: where source tokens look in the source, or steps in the answer so far. */
import type { HeadTrace, Matrix, Trace, TransformerTrace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import type { SelfMap } from "../../state/slices/view";
import { meanWeights } from "../../vis/facts/heads";
import type { ShownHead } from "./useHead";
import { useTransformerTexts } from "./useTransformerTexts";

export interface ShownSelfMap {
  readonly title: string;
  /** What it is a map of, and what its rows and columns are. */
  readonly label: string;
  readonly weights: Matrix;
  readonly tokens: readonly TokenView[]; // of rows and columns
}

export interface SelfMapProps {
  readonly trace: Trace;
  readonly of: SelfMap;
}

/** The weight of a row for a column. */
export const weightAt = ({ columns, data }: Matrix, row: number, column: number): number =>
  data[row * columns + column] ?? 0;

/** Whether the causal mask hides the column from the row. */
export const isMasked = (of: SelfMap, row: number, column: number): boolean =>
  of === "self" && column > row;

function headsOf(transformer: TransformerTrace, of: SelfMap, { layer, head }: ShownHead) {
  const heads: readonly HeadTrace[] = transformer[of][layer] ?? [];
  return head === null ? heads : heads.slice(head, head + 1);
}

/** Null: the network is recurrent. */
export function useSelfMap({ trace, of }: SelfMapProps, shown: ShownHead): ShownSelfMap | null {
  const { t } = useTransformerTexts();
  const { transformer } = trace;
  if (!transformer) return null;
  const { layer, head } = shown;
  const which =
    head === null
      ? t("self.whichMean", { layer: layer + 1 })
      : t("self.which", { layer: layer + 1, head: head + 1 });
  const isEncoder = of === "encoder";
  return {
    title: t(isEncoder ? "self.encoder" : "self.decoder"),
    label: t(isEncoder ? "self.encoderMap" : "self.decoderMap", { which }),
    weights: meanWeights(headsOf(transformer, of, shown)),
    tokens: isEncoder ? trace.source : trace.steps.map(({ input }) => input),
  };
}
