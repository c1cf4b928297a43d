/** The meaning of an operation in this kind of model, in a few sentences. */
import { useTranslation } from "react-i18next";
import {
  contextEntersCell,
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
  const isDeep = shape.layers > 1;
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

export function useExplanation(): (trace: Trace, op: Op) => string {
  const { t } = useTranslation("step");
  return (trace, op) => {
    const values = {
      cell: t(`cells.${trace.shape.cell}`),
      count: trace.shape.targetTokens,
    };
    return textsOf(trace, op)
      .map((text) => t(`explain.${text}`, values))
      .join(" ");
  };
}
