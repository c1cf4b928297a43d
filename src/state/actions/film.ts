/** Acts of the opening film. */
import { remember } from "../ports/preferences";
import { useApp } from "../store";

/** Shows how the map of the example on the stage formed during training. */
export function playOpening(): void {
  remember("opening", "seen");
  useApp.setState({ film: "wanted" });
}

export const skipOpening = (): void => useApp.setState({ film: null });
