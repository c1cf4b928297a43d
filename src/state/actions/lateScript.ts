/** Acts whose script loads with the first call. */
import { LANE } from "../slices/lane";
import { isSurvivable } from "../slices/run";
import { laneOf, setRun } from "../store";

/** Says that an act was not done. A failure that stops the engine keeps its place. */
export function sayMissing(error: unknown): void {
  const { failure } = laneOf(LANE).run;
  if (failure === null || isSurvivable(failure))
    setRun(LANE, { failure: { kind: "actMissing", detail: String(error) } });
}

/** Takes the sentence back when another try has worked. */
function forgetMissing(): void {
  if (laneOf(LANE).run.failure?.kind === "actMissing") setRun(LANE, { failure: null });
}

/**
 * One load for all calls, so that they keep their order: of two loads of a file, the later one can end first. A failed
 * load can be repeated.
 */
export function lateScript<Script extends object>(load: () => Promise<Script>) {
  let loading: Promise<Script> | null = null;

  const loaded = (): Promise<Script> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  /** An act by its name in the script. Where the script does not load, a notice says that the act was not done. */
  const late =
    <Name extends keyof Script>(name: Name) =>
    async (
      ...args: Script[Name] extends (...args: infer Args) => unknown ? Args : never
    ): Promise<void> => {
      let script: Script;
      try {
        script = await loaded();
      } catch (error) {
        return sayMissing(error);
      }
      forgetMissing();
      await (script[name] as (...args: readonly unknown[]) => unknown)(...args);
    };

  return { loaded, late };
}
