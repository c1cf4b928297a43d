/** Charts of training and evaluation. The curves read the store, which has one run. */
import { Lengths } from "../../src/components/evaluation/Lengths";
import { Positions } from "../../src/components/evaluation/Positions";
import { ScheduleCurve } from "../../src/components/setup/ScheduleCurve";
import { History } from "../../src/components/timeline/History";
import { DEFAULT_CONFIG } from "../../src/engine/setup/config";
import type { LengthScore, PositionScore } from "../../src/engine/results/scoreReport";
import { LANE } from "../../src/state/slices/lane";
import { receive } from "../../src/state/actions/receiveMessage";
import { initialise } from "../../src/state/actions/initialise";
import { evaluationOf, readyWith } from "../../src/state/testing/events";
import type { Entry } from "../entry";

const STEPS = 400;
const config = { ...DEFAULT_CONFIG, schedule: "inverseSigmoid", halfLife: 300 } as const;

/** A loss that falls from chance level, with deterministic noise. */
function lossAt(step: number): number {
  return 3.4 * Math.exp(-step / 90) + 0.08 + 0.12 * Math.abs(Math.sin(step * 12.9));
}

/** Puts a partly trained run into the store. */
export function showCharts(): void {
  initialise(config, {});
  const losses = Array.from({ length: STEPS }, (_, i) => ({ step: i + 1, loss: lossAt(i + 1) }));
  const evaluations = Array.from({ length: STEPS / 50 + 1 }, (_, i) =>
    evaluationOf(50 * i, 1 - Math.exp(-i / 3)),
  );
  receive({ lane: LANE, event: readyWith({ config, step: STEPS, losses, evaluations }) });
}

/** High exact match on lengths in training, falling beyond. */
const SCORES: readonly LengthScore[] = Array.from({ length: 10 }, (_, i) => {
  const length = i + 3;
  const isSeen = length <= 8;
  return { length, examples: 40, matches: isSeen ? 40 - i : 4 * (13 - length), isSeen };
});

/** Most answers stay wrong after their first error; fed the truth, most are right again. */
const FIRST_ERRORS = [0, 6, 14, 22, 18, 11, 7, 3, 0];
const POSITIONS: readonly PositionScore[] = FIRST_ERRORS.map((firstErrors, i) => {
  const examples = 256 - Math.max(0, 40 * (i - 3));
  const wrongBefore = FIRST_ERRORS.slice(0, i).reduce((sum, errors) => sum + errors, 0);
  const rightIf = (stillWrong: number): number =>
    Math.round(examples - firstErrors - (stillWrong * wrongBefore * examples) / 256);
  const position = i + 1;
  return { position, examples, freeRight: rightIf(0.9), forcedRight: rightIf(0.2), firstErrors };
});

export const CHARTS: readonly Entry[] = [
  { name: "timeline", width: 700, height: 118, figure: <History /> },
  { name: "lengths", width: 520, figure: <Lengths scores={SCORES} attends /> },
  { name: "schedule", width: 280, figure: <ScheduleCurve /> },
  { name: "positions", width: 520, figure: <Positions scores={POSITIONS} /> },
];
