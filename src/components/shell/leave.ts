/** How a notice goes away. */
import { focusPlace } from "../focusPlace";

/** Does what makes a notice go away, and moves the focus on from its button, which goes too. */
export function leave(act: () => void): void {
  focusPlace("stage");
  act();
}
