/** Points at a place of the page: it comes into sight and has the focus and an outline until the focus moves on. */
import { type Place, selectorOf } from "../../places";
import { focusPlace } from "../focusPlace";

const LONGEST_WAIT = 3000; // ms; a part that loads late may come

/** Waits for the place where a part loads late. Until it comes the stage has the focus, because what was pressed is gone. */
export function pointAt(place: Place): void {
  const found = document.querySelector<HTMLElement>(selectorOf(place));
  if (found) return point(found);
  focusPlace("stage");
  const observer = new MutationObserver(() => {
    const late = document.querySelector<HTMLElement>(selectorOf(place));
    if (!late) return;
    observer.disconnect();
    point(late);
  });
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), LONGEST_WAIT);
}

function point(element: HTMLElement): void {
  const hadIndex = element.hasAttribute("tabindex");
  if (!hadIndex) element.tabIndex = -1;
  element.dataset["pointed"] = "";
  element.scrollIntoView({ block: "nearest" });
  element.focus();
  const leave = (): void => {
    delete element.dataset["pointed"];
    if (!hadIndex) element.removeAttribute("tabindex");
  };
  element.addEventListener("blur", leave, { once: true });
}
