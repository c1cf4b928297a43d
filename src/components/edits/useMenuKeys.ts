/** The other ways to a menu: the right mouse button, a long press, and the keys ContextMenu, Shift+F10 and F2. */
import { type RefObject, useEffect, useRef } from "react";
import { selectorOf } from "../../places";
import type { Opening } from "./EditMenu";
import { itemAt } from "./item";

type Open = (opening: Opening) => void;

const isMenuKey = ({ key, shiftKey }: KeyboardEvent): boolean =>
  key === "ContextMenu" || (key === "F10" && shiftKey);

/** Opens the menu of the part under the pointer or with the focus. The browser's own menu stays where there is none. */
function openAt(event: Event, open: Open, panel: Opening["panel"] = null): void {
  const found = itemAt(event.target);
  if (!found) return;
  event.preventDefault();
  open({ item: found.item, anchor: found.element, panel });
}

function onKey(event: KeyboardEvent, open: Open): void {
  if (isMenuKey(event)) openAt(event, open);
  const isCell = event.target instanceof Element && event.target.role === "gridcell";
  if (event.key === "F2" && isCell) openAt(event, open, "weight");
}

const LONG = 500; // ms
const STILL = 8; // pixels that a resting finger may move

/** A long press of a finger, which some browsers report as no context menu. */
function listenForLongPress(figure: HTMLElement, open: Open, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let from = { x: 0, y: 0 };
  const cancel = (): void => clearTimeout(timer);
  const onDown = (event: PointerEvent): void => {
    cancel();
    if (event.pointerType !== "touch") return;
    from = { x: event.clientX, y: event.clientY };
    timer = setTimeout(() => openAt(event, open), LONG);
  };
  const onMove = ({ clientX, clientY }: PointerEvent): void => {
    if (Math.hypot(clientX - from.x, clientY - from.y) > STILL) cancel();
  };
  figure.addEventListener("pointerdown", onDown, { signal });
  figure.addEventListener("pointermove", onMove, { signal });
  for (const end of ["pointerup", "pointercancel", "contextmenu"])
    figure.addEventListener(end, cancel, { signal });
  signal.addEventListener("abort", cancel);
}

/** @param inside an element of the figure */
export function useMenuKeys(inside: RefObject<HTMLElement | null>, open: Open): void {
  const latest = useRef(open);
  useEffect(() => {
    latest.current = open;
  });
  useEffect(() => {
    const figure = inside.current?.closest<HTMLElement>(selectorOf("figure"));
    if (!figure) return undefined;
    const stop = new AbortController();
    const { signal } = stop;
    const openNow: Open = (opening) => latest.current(opening);
    figure.addEventListener("contextmenu", (event) => openAt(event, openNow), { signal });
    figure.addEventListener("keydown", (event) => onKey(event, openNow), { signal });
    listenForLongPress(figure, openNow, signal);
    return () => stop.abort();
  }, [inside]);
}
