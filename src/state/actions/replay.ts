/** Looking back at how the run grew, without training again. */
import { setPlaying, useApp } from "../store";
import { post } from "../ports/workerPort";

/** Shows the weights of an earlier step, or the present ones again (null). */
export function showSnapshot(step: number | null): void {
  const { info, replay } = useApp.getState().run;
  if (info === null || step === replay) return;
  setPlaying(false);
  useApp.setState(({ run }) => ({ run: { ...run, replay: step } }));
  post({ type: "showSnapshot", runId: info.runId, step });
}
