/** What the shipped model of a lesson's scene says, without a stage or a worker. */
import { useEffect, useState } from "react";
import type { Language } from "../../languages";
import { type LessonId, sceneOf } from "../../lessons/catalogue";
import type { Facts } from "../../lessons/facts";
import { configOf } from "../../lessons/scene";
import { sceneFacts } from "../../lessons/sceneFacts";
import { fetchShippedTrace } from "../../state/effects/bakedTrace";
import { sceneShow } from "../../state/slices/scene";
import { useApp } from "../../state/store";

/** Null: the page ships no decode of this scene, or the scene is of an untrained model. */
async function factsOf(id: LessonId, language: Language): Promise<Facts | null> {
  const scene = sceneOf(id);
  if (scene.weights === "fresh") return null;
  const config = configOf(scene, language);
  const shipped = await fetchShippedTrace(config, sceneShow(scene, language));
  return shipped && sceneFacts(shipped.trace, config);
}

/** Null: they are not known, or not yet. */
export function useSceneFacts(id: LessonId): Facts | null {
  const language = useApp(({ view }) => view.language);
  const key = `${language} ${id}`;
  const [found, setFound] = useState<{ readonly key: string; readonly facts: Facts | null }>();
  useEffect(() => {
    let isWanted = true;
    const load = async (): Promise<void> => {
      const facts = await factsOf(id, language);
      if (isWanted) setFound({ key, facts });
    };
    void load();
    return () => {
      isWanted = false;
    };
  }, [id, language, key]);
  return found?.key === key ? found.facts : null;
}
