/** The meaning of an operation in this kind of model: first what it does, then the rest. */
import { useTranslation } from "../../i18n/useTranslation";
import {
  contextEntersCell,
  decoderLayersOf,
  feedsInput,
  hasAttentionalState,
  isBidirectional,
  type ModelShape,
} from "../../engine/setup/modelShape";
import type { Trace } from "../../engine/results/trace";
import type { Op } from "../../engine/results/operation";
import { layerOf } from "../../vis/tex/operations";

/** The input of the first layer. */
function inputOf(shape: ModelShape) {
  if (shape.attention === "none") return "tokenAlone";
  if (contextEntersCell(shape)) return "context";
  return feedsInput(shape) ? "combined" : "token";
}

/** The texts that explain an operation, under `explain`. */
function textsOf({ shape, decoding }: Trace, op: Op) {
  const isDeep = decoderLayersOf(shape) > 1;
  const layer = layerOf(op);
  if (layer !== null)
    return [
      layer === 0 ? (`reads.${inputOf(shape)}` as const) : ("reads.below" as const),
      `cell.${shape.cell}` as const,
    ];
  switch (op) {
    case "embed":
      return [shape.tokenInput === "onehot" ? "onehot" : "embed"] as const;
    case "query": {
      const asked = hasAttentionalState(shape) ? "queryLuong" : "queryBahdanau";
      return isDeep ? ([asked, "queryTop"] as const) : ([asked] as const);
    }
    case "score": {
      const score = `score.${shape.attention === "none" ? "dot" : shape.attention}` as const;
      return isBidirectional(shape) ? ([score, "bothWays"] as const) : ([score] as const);
    }
    case "output":
      return ["output", `choose.${decoding.kind}`] as const;
    case "softmax":
    case "context":
    case "combine":
      return [op] as const;
    case "cell":
    case "upper":
      return [] as const;
    default:
      return op satisfies never;
  }
}

export interface Explanation {
  /** What the operation does: one sentence. */
  readonly purpose: string;
  readonly more: string; // "" if that is all
}

/** Its texts have marked terms. */
export function useExplanation(): (trace: Trace, op: Op) => Explanation {
  const { t } = useTranslation("step");
  return (trace, op) => {
    const { cell } = trace.shape;
    const values = {
      cell: `<${cell}>${t(`cells.${cell}`)}</${cell}>`,
      count: trace.shape.targetTokens,
    };
    const text = textsOf(trace, op)
      .map((part) => t(`explain.${part}`, values))
      .join(" ");
    const end = text.indexOf(". ") + 1 || text.length;
    return { purpose: text.slice(0, end), more: text.slice(end).trim() };
  };
}
