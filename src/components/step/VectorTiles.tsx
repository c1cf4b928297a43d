/** Vectors of a step side by side, each with its letter; a click opens the numbers. */
import type { ReactNode } from "react";
import type { Trace } from "../../engine/trace";
import { vectorOf, type Subject } from "../../vis/subject";
import { useInspect } from "../figures/inspect";
import { MathText } from "../figures/MathText";
import { TilePicture } from "../figures/StateTile";
import { useSubjectName } from "../figures/useSubjectName";
import css from "./VectorTiles.module.css";

export interface ShownVector {
  readonly subject: Subject;
  readonly caption: string;
  readonly owner: "encoder" | "decoder" | "attention";
}

export interface VectorTileProps extends ShownVector {
  readonly trace: Trace;
}

/** One vector as a button. */
export function VectorTile({ trace, subject, caption, owner }: VectorTileProps): ReactNode {
  const inspect = useInspect();
  const name = useSubjectName(trace);
  const vector = vectorOf(trace, subject);
  if (!vector) return null;
  const bounded = subject.kind !== "embedding" && subject.kind !== "input";
  const limit = bounded ? 1 : Math.max(...vector.map(Math.abs), Number.MIN_VALUE);
  return (
    <button
      type="button"
      className={css.vector}
      data-owner={owner}
      aria-haspopup="dialog"
      aria-label={name(subject)}
      onClick={(event) => inspect(subject, event.currentTarget)}
    >
      <span className={css.frame}>
        <TilePicture vector={vector} limit={limit} />
      </span>
      <span className={css.caption} aria-hidden="true">
        <MathText>{caption}</MathText>
      </span>
    </button>
  );
}

export interface VectorTilesProps {
  readonly trace: Trace;
  readonly vectors: readonly ShownVector[];
}

export function VectorTiles({ trace, vectors }: VectorTilesProps): ReactNode {
  return (
    <div className={css.row}>
      {vectors.map((vector) => (
        <VectorTile key={vector.caption} trace={trace} {...vector} />
      ))}
    </div>
  );
}
