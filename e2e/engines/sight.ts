/**
 * Finds parts of the page by role and accessible name. These functions run in the page, so they use each other and
 * nothing else; `inPage` writes a call of one of them as an expression.
 */

export interface Query {
  readonly role: string;
  /** The accessible name; with a star at its end, its beginning. */
  readonly name: string;
  /** A part of the page around it. */
  readonly within?: Query;
}

export interface Seen {
  readonly text: string;
  readonly value: string;
  readonly isDisabled: boolean;
  /** The middle, after it was scrolled into sight. */
  readonly x: number;
  readonly y: number;
  /** What lies over the middle, if it is nothing of its own. */
  readonly coveredBy: string | null;
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

/** Elements of a role: those that say so, and HTML's own. */
function selectorOf(role: string): string {
  const own: Readonly<Record<string, string>> = {
    button: "button:not([role])",
    combobox: "select",
    dialog: "dialog[open]",
    region: "section",
    status: "output",
    textbox: "textarea, input:not([type]), input[type=text]",
  };
  return [`[role=${role}]`, ...(own[role] === undefined ? [] : [own[role]])].join();
}

function textFor(node: Node): string {
  if (node instanceof Text) return node.data;
  if (!(node instanceof Element) || node.matches("[aria-hidden=true], [hidden]")) return "";
  return [...node.childNodes].map(textFor).join(" ");
}

function nameOf(element: Element): string {
  const ids = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const others = ids.map((id) => document.querySelector(`#${CSS.escape(id)}`)?.textContent ?? "");
  const labels = [...((element as HTMLInputElement).labels ?? [])].map(textFor);
  const written = element.getAttribute("aria-label");
  return oneLine(others.join(" ") || (written ?? (labels.join(" ") || textFor(element))));
}

/** The first part in sight with this role and name. */
function findPart({ role, name, within }: Query): HTMLElement | null {
  const around = within ? findPart(within) : document;
  const all = [...(around?.querySelectorAll<HTMLElement>(selectorOf(role)) ?? [])];
  const hasName = (own: string): boolean =>
    name.endsWith("*") ? own.startsWith(name.slice(0, -1)) : own === name;
  return all.find((element) => element.checkVisibility() && hasName(nameOf(element))) ?? null;
}

/** What a visitor sees of a part, after it was scrolled into sight; null if there is no such part. */
export function look(query: Query): Seen | null {
  const part = findPart(query);
  if (!part) return null;
  part.scrollIntoView({ block: "nearest", inline: "nearest" });
  const { left, top, width, height } = part.getBoundingClientRect();
  const middle = { x: left + width / 2, y: top + height / 2 };
  const above = document.elementFromPoint(middle.x, middle.y);
  const own = [part, ...((part as HTMLInputElement).labels ?? [])];
  const isFree = own.some((element) => element.contains(above));
  return {
    text: oneLine(part.innerText),
    value: "value" in part ? String(part.value) : "",
    isDisabled: part.matches(":disabled, [aria-disabled=true]"),
    ...middle,
    coveredBy: isFree ? null : (above?.outerHTML.slice(0, 120) ?? "nothing"),
  };
}

/** Chooses an option as the menu of a native select does. */
export function chooseOption(query: Query, value: string): void {
  const list = findPart(query);
  if (!(list instanceof HTMLSelectElement)) throw new Error("choose: there is no such list");
  list.value = value;
  if (list.value !== value) throw new Error(`choose: the list has no option ${value}`);
  list.dispatchEvent(new Event("change", { bubbles: true }));
}

const FUNCTIONS = [selectorOf, textFor, nameOf, findPart, look, chooseOption];

/** A call as an expression that carries the functions with it. */
export function inPage<A extends unknown[]>(does: (...args: A) => unknown, ...args: A): string {
  const functions = [`const ${oneLine.name} = ${oneLine.toString()};`, ...FUNCTIONS.map(String)];
  const call = `${does.name}(${args.map((arg) => JSON.stringify(arg)).join()})`;
  return `(() => {\n${functions.join("\n")}\nreturn ${call};\n})()`;
}
