/** A typeset equation. It keeps its space while the typesetter loads; if that fails, it shows the TeX itself. */
import { useEffect, useRef, useState, type PointerEvent, type ReactNode } from "react";
import type { Lit } from "../../engine/results/operation";
import { OP_CLASS, opOfClass } from "../../vis/tex/markup";
import type { OnLight } from "../primitives/lightOn";
import { loadMissingStyles } from "../shell/missingStyles";
import styles from "./Equation.module.css";

type Typeset = (tex: string, element: HTMLElement) => void;

let loaded: Typeset | null = null;

async function load(): Promise<Typeset> {
  await loadMissingStyles();
  loaded ??= (await import("./katexLoader")).typeset;
  return loaded;
}

export interface EquationProps {
  readonly tex: string;
  readonly label: string;
  /** The operation whose symbols are lit. */
  readonly lit?: Lit | null | undefined;
  /** Called with the operation that makes the symbol under the pointer. */
  readonly onLight?: OnLight | undefined;
}

export function Equation({ tex, label, lit = null, onLight }: EquationProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(lit); // of a drawing that comes later
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    const draw = async (): Promise<void> => {
      try {
        const typeset = loaded ?? (await load());
        if (!wanted || !place.current) return;
        typeset(tex, place.current);
        lightSymbols(place.current, latest.current);
      } catch {
        if (wanted) setFailed(true); // offline, or a browser in quirks mode
      }
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [tex]);
  useEffect(() => {
    latest.current = lit;
    lightSymbols(place.current, lit);
  }, [lit]);
  return (
    <section
      className={styles.room}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long equation scrolls, also by keyboard
      tabIndex={0}
      onPointerOver={onLight && ((event) => onLight(symbolUnder(event)))}
      onPointerLeave={onLight && (() => onLight(null))}
    >
      {failed ? <code className={styles.raw}>{tex}</code> : <div ref={place} />}
    </section>
  );
}

/** KaTeX draws the symbols, so React cannot mark them. */
function lightSymbols(place: HTMLElement | null, lit: Lit | null): void {
  for (const symbol of place?.querySelectorAll(`[class*="${OP_CLASS}"]`) ?? [])
    symbol.toggleAttribute("data-lit", lit !== null && symbol.classList.contains(OP_CLASS + lit));
}

function symbolUnder({ target }: PointerEvent): Lit | null {
  const symbol = target instanceof Element ? target.closest(`[class*="${OP_CLASS}"]`) : null;
  return symbol && opOfClass([...symbol.classList]);
}
