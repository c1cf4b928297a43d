/** Keeps on this device that the goal of the open step was reached. */
import { useEffect } from "react";
import { lesson } from "../../state/actions/acts";

export function useFinish(isReached: boolean): void {
  useEffect(() => {
    if (isReached) void lesson.finishStep();
  }, [isReached]);
}
