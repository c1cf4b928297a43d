/** Every kind of exported figure, of synthetic decodes and runs. */
import type { ScoreReport } from "../../engine/results/scoreReport";
import type { Trace } from "../../engine/results/trace";
import { beamSvg } from "../export/beamSvg";
import { curvesSvg } from "../export/charts/curvesSvg";
import { lengthsSvg } from "../export/charts/lengthsSvg";
import { positionsSvg } from "../export/charts/positionsSvg";
import { filmSvg } from "../export/filmSvg";
import type { Palette } from "../export/palette";
import { mapSvg } from "../export/stage/mapSvg";
import type { StageTexts } from "../export/stage/stageFigure";
import { stageSvg } from "../export/stage/stageSvg";
import { widthEm } from "../layout/labels";
import { legendOf } from "../layout/legend";
import { HEADED, type HeadingEms } from "../layout/rail";
import { layoutStage } from "../layout/stageLayout";
import { stageShape } from "../layout/stageShape";
import { withBeside } from "./beside";
import { withEdits } from "./editedTraces";
import { makeTrace } from "./traces";

const headings = { context: "context", fed: "input", state: "state", combined: "combined", said: "output", bar: "p" }; // prettier-ignore

const texts: StageTexts = {
  language: "en",
  title: "The network",
  description: "Its answer",
  encoderReads: "Encoder reads",
  cornerNote: "last state starts the decoder",
  bridge: "bridge",
  said: "output",
  headings,
  fedShort: "in",
  tempered: ["p at", "temp. 1"],
  wall: { title: "No attention", text: "All tokens must pass through one state" },
  parting: { symbol: "ŷ′", mark: "first difference", ended: "–" },
  legend: {
    weight: "attention weight",
    value: "one value",
    blocks: ["each small square: mean of 2 units"],
    marks: [],
  },
};

const EMS = Object.fromEntries(
  HEADED.map((kind) => [kind, widthEm(headings[kind])]),
) as unknown as HeadingEms;

/** The stage of a trace with the third step selected, as a card of this size shows it. */
export function stageFigure(
  trace: Trace,
  palette: Palette,
  room = { width: 760, height: 620 },
): string {
  const layout = layoutStage(stageShape(trace), room, EMS);
  const layer = trace.shape.layers - 1;
  const weight = trace.shape.attention === "none" ? null : texts.legend.weight;
  const marks = legendOf(trace).map(({ mark, meaning }) => ({ mark, text: meaning }));
  const shown = { ...texts, legend: { ...texts.legend, weight, marks } };
  return stageSvg({ trace, layout, index: 2, column: 3, reached: 5, layer, texts: shown, palette });
}

const numbers = {
  number: (value: number) => String(value),
  fixed: (value: number, decimals: number) => value.toFixed(decimals),
  percent: (share: number, decimals = 1) => `${(100 * share).toFixed(decimals)}%`,
};
const about = { language: "en", title: "Title", description: "Description" };

export const EVALUATIONS = [0, 100, 200].map((step) => ({
  step,
  examples: 256,
  exactMatch: step / 250,
  tokenAccuracy: 0.5 + step / 500,
  alignmentError: step === 0 ? null : 0.25,
  heldOutLoss: 3 - step / 100,
  entropy: { mean: 2 - step / 120, even: 2.08 },
}));

export const REPORT: ScoreReport = {
  step: 200,
  metrics: { exactMatch: 0.5, freeAccuracy: 0.7, forcedAccuracy: 0.9, perplexity: 1.4, bleu: null, attention: null }, // prettier-ignore
  byLength: [3, 4, 6].map((length) => ({ length, examples: 40, matches: 30 - length, isSeen: length < 5 })), // prettier-ignore
  byPosition: [1, 2, 3].map((position) => ({ position, examples: 40, freeRight: 40 - 3 * position, forcedRight: 39, firstErrors: position })), // prettier-ignore
  examples: [
    { source: ["=1+1", "b"], expected: 'say "b"', answer: "b,a", ended: true, isExact: false, rightTokens: 1, tokens: 2, loss: 0.123456789 }, // prettier-ignore
    { source: ["나", "다"], expected: "다나", answer: "다나", ended: false, isExact: true, rightTokens: 2, tokens: 2, loss: 1e-7 }, // prettier-ignore
  ],
};

function charts(palette: Palette): Readonly<Record<string, string>> {
  const points = Array.from({ length: 300 }, (_, i) => ({ step: i + 1, loss: 3 / (1 + i / 50) }));
  const names = { loss: "loss", heldOut: "held-out loss", match: "exact match", truth: "P(feed truth)", entropy: "entropy", alignment: "align. error" }; // prettier-ignore
  const axes = { left: "nats per token", right: "share", below: "updates" };
  const run = { points, count: 300, evaluations: EVALUATIONS, chance: 3.4, last: 300, end: 300 };
  const curves = (beside: "answers" | "attention"): string =>
    curvesSvg({
      data: {
        ...run,
        beside,
        truthAt: () => 1,
        judgedBy: "match",
        best: { step: 200, exactMatch: 0.8 },
      },
      chance: "ln 30",
      even: "ln S",
      about,
      numbers,
      palette,
      names,
      axes,
    });
  return {
    curves: curves("answers"),
    attentionCurves: curves("attention"),
    lengths: lengthsSvg({ scores: REPORT.byLength, about, numbers, palette, unit: "source tokens without <eos>", seen: "seen", unseen: "not seen" }), // prettier-ignore
    positions: positionsSvg({ scores: REPORT.byPosition, about, numbers, palette, rows: { position: "Position", examples: "Examples", errors: "Errors" }, meanings: { free: "free", forced: "forced", errors: "errors" } }), // prettier-ignore
  };
}

const stepName = (at: number): string => `Step ${at + 1}`;

function beamFigure(palette: Palette): string {
  const { decoding } = makeTrace({ decoding: "beam", source: ["a", "b", "c"], wrong: [1] });
  if (decoding.kind !== "beam") throw new Error("figures: expected a beam");
  const keys = { answer: "answer", kept: "kept", ended: "ended with <eos>", pruned: "pruned" };
  return beamSvg({ beam: decoding, about, numbers, palette, root: "sos", step: stepName, hidden: (n) => `+ ${n}`, keys }); // prettier-ignore
}

function filmFigure(palette: Palette): string {
  const frames = [0, 50, 100].map((step) => ({
    step,
    weights: { rows: 2, columns: 3, data: Float32Array.of(1, 0, 0, 0, 0.5, 0.5) },
    entropy: { mean: 1 - step / 200, even: 1.1 },
  }));
  const film = { example: { kind: "heldOut", index: 0 }, source: [], frames } as const;
  return filmSvg({ film, about, numbers, palette, update: "Update", nats: (entropy) => `${entropy} nats`, weight: "attention weight" }); // prettier-ignore
}

/** Traces that have every mark of a stage among them. */
export const TRACES: Readonly<Record<string, Trace>> = {
  plain: makeTrace({ wrong: [1] }),
  luong: makeTrace({ timing: "luong", inputFeeding: "on", cell: "lstm", teacherForcing: true }),
  twoLayers: makeTrace({ direction: "bidirectional", hiddenSize: 32, layers: 2 }),
  wall: makeTrace({ attention: "none" }),
  words: makeTrace({
    source: ["이천이십육년", "십일월", "삼십일"],
    target: ["november", "thirty"],
  }),
  long: makeTrace({ source: [..."abcdefghijklmnopqrst"], hiddenSize: 128 }), // oxlint-disable-line typescript/no-misused-spread -- ASCII
  edited: withEdits(makeTrace(), [
    { kind: "say", step: 1, token: "x" },
    { kind: "look", step: 2, weights: [1, 0, 0, 0, 0, 0, 0, 0] },
    { kind: "feed", step: 3, token: "q" },
    { kind: "emptyContext", step: 4 },
    { kind: "emptyState", step: 5 },
    { kind: "hide", position: 2 },
  ]),
  beside: withBeside(makeTrace({ wrong: [3] }), "forced", makeTrace({ teacherForcing: true })),
};

/** By name. */
export function everyFigure(palette: Palette): Readonly<Record<string, string>> {
  const stages = Object.entries(TRACES).map(([name, trace]) => [`stage ${name}`, stageFigure(trace, palette)]); // prettier-ignore
  const maps = Object.entries(TRACES)
    .filter(([name]) => name !== "wall")
    .map(([name, trace]) => [`map ${name}`, mapSvg({ trace, texts, palette, hasNumbers: true, heading: "Source tokens" })]); // prettier-ignore
  return {
    ...(Object.fromEntries([...stages, ...maps]) as Record<string, string>),
    ...charts(palette),
    beam: beamFigure(palette),
    film: filmFigure(palette),
  };
}
