/** What must never be true of the page. These functions run in the page, so they import nothing but types. */
import type { AppState } from "../../src/state/store";
import type { Trace } from "../../src/engine/results/trace";

/** Values that a program shows by mistake: they stand in a text of their own, or beside a unit. */
const MISTAKES =
  /\bNaN\b|\bundefined\b|\bInfinity\b|\[object |\{\{|\}\}|<\/?(?!(?:sos|eos|pad|unk|br)>)[a-z]+>/;
/** The key of a missing text, as i18next shows it. */
const KEY = /^[a-z][a-zA-Z]+(\.[a-z][a-zA-Z0-9]*)+$/;
/** The name of a parameter, as PyTorch has it; a diagonal has no layer of its own there. */
const PARAMETER = /\.(weight|bias)\w*$|^attention\.diagonal$/;
/** In the markup of the monkey's own files, whose rows the page quotes. If it runs, `attacked` says so. */
const OWN = "globalthis.attacked"; // the page may quote it in small letters
/** Code and formulas have such words and dots on purpose. */
const LITERAL = "pre, code, math, annotation, script, style, textarea, [data-code]";
const SPOKEN = ["aria-label", "aria-valuetext", "aria-description", "title", "placeholder", "alt"];

function isMistake(text: string, typed: string): boolean {
  const line = text.trim();
  if (line === "" || line.toLowerCase().includes(OWN) || (typed !== "" && typed.includes(line)))
    return false;
  return MISTAKES.test(line) || (KEY.test(line) && !PARAMETER.test(line));
}

/** @param typed the texts that the student has typed, which the page repeats */
function wrongTexts(typed: string): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isLiteral = node.parentElement?.closest(LITERAL);
    if (!isLiteral && isMistake(node.nodeValue ?? "", typed)) found.push(node.nodeValue ?? "");
  }
  for (const element of document.querySelectorAll(SPOKEN.map((name) => `[${name}]`).join())) {
    const texts = SPOKEN.map((name) => element.getAttribute(name) ?? "");
    found.push(...texts.filter((text) => isMistake(text, typed)));
  }
  return found.map((text) => `text: ${text.slice(0, 120)}`);
}

/** Whether the weights are numbers from 0 to 1 with the sum 1. */
function isRow(weights: Float32Array): boolean {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return Math.abs(sum - 1) < 1e-3 && weights.every((weight) => weight >= 0 && weight <= 1.001);
}

function wrongRows(lane: string, trace: Trace | null): string[] {
  return (trace?.steps ?? []).flatMap(({ attention, logits, top }, t) => [
    ...(attention && !isRow(attention.weights) ? [`row: step ${t} of lane ${lane}`] : []),
    ...(logits.every(Number.isFinite) && top.every(({ probability }) => probability <= 1.001)
      ? []
      : [`logits: step ${t} of lane ${lane}`]),
  ]);
}

function wrongStates({ lanes }: AppState): string[] {
  return Object.entries(lanes).flatMap(([lane, { run }]) => [
    ...(run.status === "failed" || run.failure
      ? [`failure: lane ${lane}: ${JSON.stringify(run.failure)}`]
      : []),
    ...(run.savingProblem ? [`saving: lane ${lane}: ${run.savingProblem}`] : []),
    ...wrongRows(lane, run.trace),
  ]);
}

/** Ids that are there twice, and references to texts that are not there. */
function wrongIds(): string[] {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  const missing = ["aria-labelledby", "aria-describedby"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
      (element.getAttribute(name) ?? "")
        .split(/\s+/)
        .filter((id) => id !== "" && !document.querySelector(`#${CSS.escape(id)}`))
        .map((id) => `reference: ${name} of ${element.tagName} to ${id}`),
    ),
  );
  return [...[...twice].map((id) => `id twice: ${id}`), ...missing];
}

/** Whether content is wider than the window, so that the whole page scrolls sideways. */
function wrongWidth(): string[] {
  const { scrollWidth, clientWidth } = document.documentElement;
  return scrollWidth > clientWidth + 1 && clientWidth >= 320
    ? [`wide: ${scrollWidth} px in a window of ${clientWidth} px`]
    : [];
}

/** What a screen reader names by its text. */
const NAMED_BY_TEXT =
  "a, button, summary, [role=button], [role=gridcell], [role=menuitem], [role=option], [role=tab]";

/** Whether an element that the focus can reach has a name, from a label, its text or a picture in it. */
function hasName(element: Element): boolean {
  const isLabelled =
    element.hasAttribute("aria-label") ||
    element.hasAttribute("aria-labelledby") ||
    element.hasAttribute("title") ||
    ("labels" in element && (element.labels as NodeListOf<Element> | null)?.length !== 0);
  if (isLabelled || !element.matches(NAMED_BY_TEXT)) return isLabelled;
  const pictures = [...element.querySelectorAll("[aria-label], [alt], title")];
  return element.textContent.trim() !== "" || pictures.length > 0;
}

/** Elements in the order of the tab key without a name. The library of the dialogs has guards of its own. */
function wrongNames(): string[] {
  const reached = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  return [...document.querySelectorAll(reached)]
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .filter(
      (element) => !element.closest("[aria-hidden=true], [inert], [data-base-ui-focus-guard]"),
    )
    .filter((element) => !hasName(element))
    .map((element) => `name: none of ${element.outerHTML.slice(0, 120)}`);
}

function wrongFocus(mustHaveFocus: boolean): string[] {
  const { activeElement } = document;
  const isLost = activeElement === null || activeElement === document.body;
  return mustHaveFocus && isLost ? ["focus: lost to the body"] : [];
}

/** @param mustHaveFocus whether the act was one after which the focus must be on some control */
export function findWrong(state: AppState, mustHaveFocus: boolean): string[] {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea")];
  const { example } = state.view.show;
  const typed = [
    ...fields.map(({ value }) => value),
    state.draft ?? "",
    example.kind === "typed" ? example.text : "",
  ].join(" ");
  return [
    ...("attacked" in globalThis ? ["attack: the page has run typed markup"] : []),
    ...wrongTexts(typed),
    ...wrongStates(state),
    ...wrongIds(),
    ...wrongNames(),
    ...wrongWidth(),
    ...wrongFocus(mustHaveFocus),
  ];
}
