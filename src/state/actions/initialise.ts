/** The first state of the page. */
import type { Config } from "../../engine/setup/config";
import { GREEDY, INITIAL_SHOW } from "../../engine/show";
import { setWorkerPort } from "../ports/workerPort";
import { firstExample } from "../slices/firstExample";
import { INITIAL_LANE } from "../slices/lane";
import { INITIAL_LESSON, type Progress } from "../slices/lesson";
import type { WantedView } from "../slices/linkedView";
import { INITIAL_VIEW } from "../slices/view";
import { INITIAL_STATE, useApp } from "../store";

/** Sets the state of an opening page from its link. The composition root calls it first. */
export function initialise(
  config: Config,
  { show, ...view }: WantedView,
  progress: Progress = [],
): void {
  setWorkerPort(null);
  const example = firstExample(config.task, view.language ?? INITIAL_VIEW.language);
  const choosing = { ...GREEDY, ...show?.choosing };
  useApp.setState({
    ...INITIAL_STATE,
    lanes: { a: { ...INITIAL_LANE, config } },
    lesson: { ...INITIAL_LESSON, progress },
    view: {
      ...INITIAL_VIEW,
      ...startOfLesson(view),
      ...view,
      show: { ...INITIAL_SHOW, example, ...show, choosing },
    },
  });
}

/** An opening lesson starts at the first row, since its questions look ahead from there. */
function startOfLesson({ lesson }: WantedView): Pick<WantedView, "step"> {
  return lesson ? { step: 0 } : {};
}
