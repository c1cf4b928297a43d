/** What the shipped models of a lesson's scenes say, without a stage. */
import { useEffect, useState } from "react";
import type { Trace } from "../../engine/results/trace";
import type { Config } from "../../engine/setup/config";
import type { Show } from "../../engine/show";
import type { Language } from "../../languages";
import { sceneAfter, stepScene } from "../../lessons/answers";
import { type LessonId, sceneOf } from "../../lessons/catalogue";
import type { Facts } from "../../lessons/facts";
import type { Step } from "../../lessons/lesson";
import { configOf, type Scene } from "../../lessons/scene";
import { sceneFacts } from "../../lessons/sceneFacts";
import { aloneSceneFacts } from "../../state/effects/aloneSceneFacts";
import { fetchShippedTrace } from "../../state/effects/bakedTrace";
import { sceneTrace } from "../../state/effects/sceneTrace";
import { sceneShow } from "../../state/slices/scene";
import { useApp } from "../../state/store";

/** Of one step. Null: they are not known, or not yet. */
export interface StepFacts {
  readonly before: Facts | null;
  /** After the act of the step, without one the same. */
  readonly after: Facts | null;
}

export interface SceneFacts {
  /** Of the lesson's own scene; null: they are not known, or not yet. */
  readonly scene: Facts | null;
  readonly of: (step: Step) => StepFacts;
}

export const NO_STEPS: readonly Step[] = [];

const UNKNOWN: StepFacts = { before: null, after: null };

/** Null: the scene is of an untrained model, of two models, or of one that the page does not ship. */
async function factsOf(scene: Scene, language: Language): Promise<Facts | null> {
  if (scene.weights === "fresh") return null;
  const config = configOf(scene, language);
  const trace = await traceOf(config, sceneShow(scene, language));
  if (!trace) return null;
  const alone = await aloneSceneFacts(scene);
  return scene.alone && !alone ? null : { ...sceneFacts(trace, config), alone };
}

/** The shipped decode, or else one that a worker computes with the shipped model. */
async function traceOf(config: Config, show: Show): Promise<Trace | null> {
  const shipped = show.edits.length > 0 ? null : await fetchShippedTrace(config, show);
  return shipped ? shipped.trace : sceneTrace(config, show);
}

async function stepFacts(step: Step, id: LessonId, language: Language): Promise<StepFacts> {
  const scene = stepScene(step, sceneOf(id));
  const before = scene && (await factsOf(scene, language));
  if (!scene || !before || step.kind === "goal") return { before, after: null };
  if (!step.act) return { before, after: before };
  const after = sceneAfter(step, scene, before);
  return { before, after: after && (await factsOf(after, language)) };
}

/** @param steps the same list as long as the lesson stays */
export function useStepFacts(id: LessonId, steps: readonly Step[]): SceneFacts {
  const language = useApp(({ view }) => view.language);
  const key = `${language} ${id}`;
  const [found, setFound] = useState<{ readonly key: string; readonly facts: SceneFacts }>();
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const [scene, ...all] = await Promise.all([
        factsOf(sceneOf(id), language),
        ...steps.map((step) => stepFacts(step, id, language)),
      ]);
      const byStep = new Map(steps.map((step, i) => [step.id, all[i] ?? UNKNOWN]));
      const facts = { scene, of: (step: Step) => byStep.get(step.id) ?? UNKNOWN };
      if (isWanted) setFound({ key, facts });
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [id, steps, language, key]);
  return found?.key === key ? found.facts : { scene: null, of: () => UNKNOWN };
}
