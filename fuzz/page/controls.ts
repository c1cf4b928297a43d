/** The controls of the page by role and name. These functions run in the page, so they import nothing. */
import type { Target } from "../act";

export interface Control extends Target {
  /** The number of options of a native select. */
  readonly options: number;
  /** "text" and "number" take typing; "range" takes keys. */
  readonly takes: "text" | "number" | "range" | null;
}

const INTERACTIVE =
  "a[href], button, input, select, textarea, summary, [tabindex], [role=gridcell], [role=tab], [role=option], [role=menuitem]";

function interactiveSelector(): string {
  return INTERACTIVE;
}

const oneLine = (text: string | null | undefined): string =>
  (text ?? "").replaceAll(/\s+/g, " ").trim();

function textOfIds(ids: string): string {
  return oneLine(
    ids
      .split(/\s+/)
      .map((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent)
      .join(" "),
  );
}

/** The accessible name, near enough to find the same control again. */
function nameOf(element: Element): string {
  const labelledBy = element.getAttribute("aria-labelledby");
  const labels = "labels" in element ? (element.labels as NodeListOf<Element> | null) : null;
  return (
    (labelledBy ? textOfIds(labelledBy) : "") ||
    oneLine(element.getAttribute("aria-label")) ||
    oneLine([...(labels ?? [])].map((label) => label.textContent).join(" ")) ||
    (element.tagName === "SELECT" ? "" : oneLine(element.textContent)) ||
    oneLine(element.getAttribute("title")) ||
    oneLine(element.getAttribute("placeholder")) ||
    oneLine(element.querySelector("[aria-label], title")?.getAttribute("aria-label"))
  ).slice(0, 80);
}

function roleOf(element: Element): string {
  const role = element.getAttribute("role");
  if (role) return role;
  if (element instanceof HTMLInputElement) return element.type;
  return element.tagName.toLowerCase();
}

function takesOf(element: Element): Control["takes"] {
  if (element instanceof HTMLTextAreaElement) return "text";
  if (roleOf(element) === "slider") return "range";
  if (!(element instanceof HTMLInputElement)) return null;
  if (element.type === "range") return "range";
  if (element.type === "number" || element.inputMode === "decimal") return "number";
  return ["text", "search", "url"].includes(element.type) ? "text" : null;
}

/** Whether the element is there for a student: in sight, not inert, and no link that leaves the page. */
function isOffered(element: Element): element is HTMLElement | SVGElement {
  if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: false })) return false;
  if (element.closest("[inert], [aria-hidden=true]")) return false;
  if (element instanceof HTMLAnchorElement && element.target === "_blank") return false;
  if (element instanceof HTMLInputElement && element.type === "file") return false;
  return element.getClientRects().length > 0 && element.getAttribute("tabindex") !== "-1";
}

/** Numbers change while the model trains, so they do not tell controls apart. */
const withoutNumbers = (name: string): string => name.replaceAll(/\d[\d.,]*/g, "#");

interface Found {
  readonly element: HTMLElement | SVGElement;
  readonly control: Control;
}

function findControls(): Found[] {
  const counts = new Map<string, number>();
  return [...document.querySelectorAll(interactiveSelector())].filter(isOffered).map((element) => {
    const [role, name] = [roleOf(element), withoutNumbers(nameOf(element))];
    const key = `${role} ${name}`;
    const nth = counts.get(key) ?? 0;
    counts.set(key, nth + 1);
    const options = element instanceof HTMLSelectElement ? element.options.length : 0;
    return { element, control: { role, name, nth, options, takes: takesOf(element) } };
  });
}

export const listControls = (): Control[] => findControls().map(({ control }) => control);

export function findControl({ role, name, nth }: Target): HTMLElement | SVGElement | null {
  const isIt = ({ control }: Found): boolean =>
    control.role === role && control.name === name && control.nth === nth;
  return findControls().find(isIt)?.element ?? null;
}

/** The elements that the next press is meant for, and whether the last press met another one. */
let aim: readonly (Element | null)[] = [];
let hasMissed = false;

function notePress({ target }: PointerEvent): void {
  hasMissed = !aim.some((each) => each?.contains(target as Node));
}

/** Whether the page has moved between the look and the press, so that the press met something beside the control. */
export const missed = (): boolean => hasMissed;

/** Brings a control into sight; null: it is not there, or something lies over it. */
export function pointOf(target: Target): { x: number; y: number } | null {
  const element = findControl(target);
  if (!element) return null;
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const hit = document.elementFromPoint(x, y);
  const isHit =
    hit !== null &&
    (element.contains(hit) || hit.contains(element) || hit.closest("label")?.contains(element));
  if (!isHit) return null;
  [aim, hasMissed] = [[element, hit.closest("label")], false];
  addEventListener("pointerdown", notePress, { capture: true, once: true });
  return { x, y };
}

export function focusControl(target: Target): boolean {
  const element = findControl(target);
  element?.focus();
  return element !== null && document.activeElement === element;
}
