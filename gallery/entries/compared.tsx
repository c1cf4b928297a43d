/** Two models side by side, and the walk through one update. They read the store, which has a comparison. */
import { type ReactNode, Suspense } from "react";
import { ComparedCurves } from "../../src/components/compare/ComparedCurves";
import { ComparedReadings } from "../../src/components/compare/ComparedReadings";
import { ComparedStage } from "../../src/components/compare/ComparedStage";
import { DifferenceStage } from "../../src/components/compare/DifferenceStage";
import { ShownNumbers } from "../../src/components/player/ShownNumbers";
import { ComparedWalks } from "../../src/components/slowly/ComparedWalks";
import { LaneWalk } from "../../src/components/slowly/LaneWalk";
import { accountOf, exampleOf } from "../../src/components/testing/walkedUpdate";
import type { Trace } from "../../src/engine/results/trace";
import { lateTexts } from "../../src/i18n/lateTexts";
import type { Lane } from "../../src/state/slices/lane";
import { createHistory } from "../../src/state/slices/losses";
import type { WalkStage } from "../../src/state/slices/walk";
import { laneOf, setView, useApp } from "../../src/state/store";
import { evaluationOf } from "../../src/state/testing/events";
import { answerFor } from "../../src/vis/testing/roads";
import { makeTrace } from "../../src/vis/testing/traces";
import type { Entry } from "../entry";
import styles from "./compared.module.css";

const WORD = { source: ["t", "a", "g", "o", "r"], target: ["r", "o", "g", "a", "t"] };
const FED = { ...WORD, hiddenSize: 16, embeddingSize: 8, teacherForcing: true };

/** The lane of the charts with a trace and a walked update. The run of B learns at another rate. */
function laneWith(trace: Trace, attention: "additive" | "dot", rate: number): Lane {
  const { config, run, evaluation } = laneOf("a");
  const before = makeTrace({ ...FED, attention });
  const after = makeTrace({ ...FED, attention, seed: 9, wrong: [1] });
  const example = exampleOf(before, after, {
    of: { kind: "row", row: 0 },
    roads: answerFor(before),
  });
  const account = accountOf(before, {
    step: run.step,
    clip: { norm: 5 / rate, factor: rate / 5, clipped: 1 },
  });
  const settings = { ...config, attention };
  return {
    config: settings,
    evaluation,
    run: {
      ...run,
      info: run.info && { ...run.info, config: settings },
      trace,
      losses: createHistory(run.losses.points.map((p) => ({ ...p, loss: p.loss ** (1 / rate) }))),
      evaluations: run.evaluations.map(({ step, exactMatch }) =>
        evaluationOf(step, exactMatch ** rate),
      ),
      walk: { account, example },
    },
  };
}

/** Puts two models into the store that has the run of the charts. */
export async function showCompared(): Promise<void> {
  await Promise.all([lateTexts("compare", "en"), lateTexts("slowly", "en")]);
  const traces = [makeTrace(WORD), makeTrace({ ...WORD, attention: "dot", seed: 9, wrong: [2] })] as const; // prettier-ignore
  const lanes = {
    a: laneWith(traces[0], "additive", 1),
    b: laneWith(traces[1], "dot", 2.5),
  };
  const { example } = traces[0].show;
  useApp.setState({ lanes });
  setView({ mode: "compare", walk: { stage: "batch", follows: 0, example } });
}

const late = (part: ReactNode): ReactNode => (
  <Suspense fallback={null}>
    <ShownNumbers>{part}</ShownNumbers>
  </Suspense>
);

const walks = (stage: WalkStage, height: number): Entry => ({
  name: `walks-${stage}`,
  width: 1080,
  height,
  figure: late(
    <div className={styles.card}>
      <ComparedWalks stage={stage} />
    </div>,
  ),
});

const walk = (stage: WalkStage, height: number): Entry => ({
  name: `walk-${stage}`,
  width: 760,
  height,
  figure: late(
    <div className={styles.card}>
      <LaneWalk stage={stage} />
    </div>,
  ),
});

export const COMPARED: readonly Entry[] = [
  { name: "compared-maps", width: 1080, height: 560, figure: late(<ComparedStage />) },
  { name: "compared-difference", width: 720, height: 460, figure: late(<DifferenceStage />) },
  { name: "compared-curves", width: 700, height: 118, figure: late(<ComparedCurves />) },
  { name: "compared-readings", width: 330, figure: late(<ComparedReadings />) },
  walks("gradient", 700),
  walks("clip", 520),
  walks("again", 620),
  walk("batch", 420),
  walk("forward", 460),
  walk("loss", 380),
  walk("adam", 620),
];
