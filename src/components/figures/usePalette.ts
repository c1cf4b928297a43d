/** The theme's colours as numbers, for canvases; follows a change of theme. */
import { useSyncExternalStore } from "react";
import { parseHex, type Palette } from "../../vis/color";

const NAMES = ["negative", "zero", "positive", "attention", "surface"] as const;

let known: { readonly key: string; readonly palette: Palette | null } | null = null;

/** The palette as CSS has it now; the same object while nothing changed. Null where no theme is loaded. */
function readPalette(): Palette | null {
  const style = getComputedStyle(document.documentElement);
  const values = NAMES.map((name) => style.getPropertyValue(`--${name}`).trim());
  const key = values.join();
  if (known?.key !== key) known = { key, palette: toPalette(values) };
  return known.palette;
}

function toPalette(values: readonly string[]): Palette | null {
  if (values.includes("")) return null;
  const entries = NAMES.map((name, i) => [name, parseHex(values[i] ?? "")] as const);
  return Object.fromEntries(entries) as unknown as Palette;
}

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-theme", "class", "style"],
  });
  return () => observer.disconnect();
}

export function usePalette(): Palette | null {
  return useSyncExternalStore(watchTheme, readPalette);
}
