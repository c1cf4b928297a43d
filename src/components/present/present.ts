/** Starts and ends the presentation. */
import { student } from "../../state/actions/acts";
import { focusPlace } from "../focusPlace";

/** The pressed button disappears, and so do other parts. The focus moves once the page shows what is left. */
export function present(isPresenting: boolean): void {
  student.present(isPresenting);
  requestAnimationFrame(() => focusPlace("stage"));
}
