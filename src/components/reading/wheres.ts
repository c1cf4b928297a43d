/** Where on the page something can be seen: a place, and what the view must show for it. */
import type { Op } from "../../engine/results/operation";
import type { Place } from "../../places";
import type { ViewState } from "../../state/slices/view";

export interface Where {
  readonly place: Place;
  readonly view: Partial<
    Pick<
      ViewState,
      "mode" | "railTab" | "centre" | "operation" | "inspector" | "panel" | "drawn" | "open"
    >
  >;
}

const onStage = (place: Place): Where => ({
  place,
  view: { centre: "network", drawn: "values" },
});

const equationOf = (operation: Op): Where => ({
  place: "inspector",
  view: { centre: "network", operation, inspector: "equation", panel: "inspect" },
});

const codeOf = (operation: Op): Where => ({
  place: "inspector",
  view: { centre: "network", operation, inspector: "pytorch", panel: "inspect" },
});

const inRail = (railTab: ViewState["railTab"], open: ViewState["open"] = []): Where => ({
  place: "rail",
  view: { mode: "lab", railTab, open, panel: "rail" },
});

export const WHERES = {
  stage: onStage("figure"),
  map: onStage("map"),
  output: onStage("output"),
  source: onStage("source"),
  transport: onStage("transport"),
  forcing: onStage("forcing"),
  choosing: onStage("choosing"),
  query: equationOf("query"),
  score: equationOf("score"),
  softmax: equationOf("softmax"),
  context: equationOf("context"),
  embed: equationOf("embed"),
  cell: equationOf("cell"),
  combine: equationOf("combine"),
  logits: equationOf("output"),
  queryCode: codeOf("query"),
  scoreCode: codeOf("score"),
  softmaxCode: codeOf("softmax"),
  contextCode: codeOf("context"),
  embedCode: codeOf("embed"),
  cellCode: codeOf("cell"),
  outputCode: codeOf("output"),
  pytorch: {
    place: "inspector",
    view: { centre: "network", inspector: "pytorch", panel: "inspect" },
  },
  nextToken: onStage("next-token"),
  gradients: { place: "figure", view: { centre: "network", drawn: "gradients" } },
  curves: { place: "curves", view: { panel: "train" } },
  readings: { place: "stats", view: { panel: "train" } },
  results: { place: "results", view: { centre: "results" } },
  exposure: { place: "exposure", view: { centre: "results" } },
  model: inRail("model"),
  attentionSetting: inRail("model", ["attention"]),
  timingSetting: inRail("model", ["timing"]),
  cellsSetting: inRail("model", ["cells"]),
  readingSetting: inRail("model", ["reading"]),
  data: inRail("data"),
  forcingSetting: inRail("training", ["forcing"]),
  updatesSetting: inRail("training", ["updates"]),
} as const satisfies Readonly<Record<string, Where>>;

export type WhereId = keyof typeof WHERES;
