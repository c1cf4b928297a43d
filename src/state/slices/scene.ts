/** The Show and the view of a lesson's scene. */
import { INITIAL_SHOW, type Show } from "../../engine/show";
import type { Language } from "../../languages";
import { type Scene, taskOf } from "../../lessons/scene";
import { firstExample } from "./firstExample";
import { INITIAL_VIEW, type ViewState } from "./view";

export function sceneShow(scene: Scene, language: Language): Show {
  const { example, exampleIn, show, edits = [] } = scene;
  return {
    ...INITIAL_SHOW,
    example: exampleIn?.[language] ?? example ?? firstExample(taskOf(scene, language), language),
    ...show,
    edits,
  };
}

/** What the student looks at in a scene, beside the selection. */
export function sceneView({ view }: Scene): Partial<ViewState> {
  const { centre, drawn, layer, head, inspected, derivation } = INITIAL_VIEW;
  const { lossOf, masksOff, batchPart, selfMap, dividesScores } = INITIAL_VIEW;
  const looked = { centre, drawn, layer, head, inspected, derivation };
  return { ...looked, lossOf, masksOff, batchPart, selfMap, dividesScores, ...view };
}
