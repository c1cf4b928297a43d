/** A typeset equation. It keeps its space while the typesetter loads; if that fails, it shows the TeX itself. */
import { useEffect, useRef, useState, type ReactNode } from "react";
import styles from "./Equation.module.css";

type Typeset = (tex: string, element: HTMLElement) => void;

let loaded: Typeset | null = null;

async function load(): Promise<Typeset> {
  loaded ??= (await import("./katexLoader")).typeset;
  return loaded;
}

export interface EquationProps {
  readonly tex: string;
  readonly label: string;
}

export function Equation({ tex, label }: EquationProps): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let wanted = true;
    const draw = async (): Promise<void> => {
      try {
        const typeset = loaded ?? (await load());
        if (wanted && place.current) typeset(tex, place.current);
      } catch {
        if (wanted) setFailed(true); // offline, or a browser in quirks mode
      }
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [tex]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long equation scrolls, also by keyboard
    <section className={styles.room} aria-label={label} tabIndex={0}>
      {failed ? <code className={styles.raw}>{tex}</code> : <div ref={place} />}
    </section>
  );
}
