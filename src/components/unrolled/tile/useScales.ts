/** The theme's colour scales as numbers, for canvases and for text on coloured cells; they change with the theme. */
import { useSyncExternalStore } from "react";
import { createScales, parseHex, type Palette, type Scales } from "../../../vis/color";

const NAMES = ["negative", "zero", "positive", "attention", "surface"] as const;

let known: { readonly key: string; readonly scales: Scales | null } | null = null;
const listeners = new Set<() => void>();
let observer: MutationObserver | null = null;

function readTheme(): void {
  const style = getComputedStyle(document.documentElement);
  const values = NAMES.map((name) => style.getPropertyValue(`--${name}`).trim());
  const key = values.join();
  if (known?.key !== key) known = { key, scales: scalesOf(values) };
}

function scalesOf(values: readonly string[]): Scales | null {
  if (values.includes("")) return null; // no theme is loaded
  const entries = NAMES.map((name, i) => [name, parseHex(values[i] ?? "")] as const);
  return createScales(Object.fromEntries(entries) as unknown as Palette);
}

function announce(): void {
  readTheme();
  for (const listener of listeners) listener();
}

/** One observer for all tiles. It reads the styles only after a possible change of the theme. */
function watchTheme(listener: () => void): () => void {
  listeners.add(listener);
  if (!observer) {
    observer = new MutationObserver(announce);
    observer.observe(document.documentElement, {
      attributes: true,
      attributeFilter: ["data-theme"],
    });
    readTheme();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    observer?.disconnect();
    observer = null;
  };
}

function snapshot(): Scales | null {
  if (!known?.scales) readTheme();
  return known?.scales ?? null;
}

/** Null where no theme is loaded. */
export function useScales(): Scales | null {
  return useSyncExternalStore(watchTheme, snapshot);
}
