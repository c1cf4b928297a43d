/** The marks of accuracy by position, told apart by shape and line as well as by colour; chart and key share them. */
import type { ReactNode } from "react";
import styles from "./Positions.module.css";

interface MarkPlace {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 3.5; // pixels

/** A filled circle: the model fed its own answers. */
export function FreeMark({ x, y }: MarkPlace): ReactNode {
  return <circle className={styles.freeMark} cx={x} cy={y} r={RADIUS} />;
}

/** An open diamond, larger than the circle so that it shows around one at the same place: the model fed the truth. */
export function ForcedMark({ x, y }: MarkPlace): ReactNode {
  const r = 2 * RADIUS;
  return (
    <path
      className={styles.forcedMark}
      d={`M${x - r} ${y}L${x} ${y - r}L${x + r} ${y}L${x} ${y + r}Z`}
    />
  );
}

export function Hatch({ id }: { readonly id: string }): ReactNode {
  return (
    <pattern
      id={id}
      width="6"
      height="6"
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <path className={styles.hatch} d="M1 0V6" />
    </pattern>
  );
}
