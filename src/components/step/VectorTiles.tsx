/** Vectors of a step side by side, each with its symbol; a click opens the numbers. */
import type { ReactNode } from "react";
import type { Trace } from "../../engine/results/trace";
import type { StepVector } from "../../vis/tex/stepVectors";
import { vectorOf } from "../../engine/results/vectors";
import { isSplit, rangeOf } from "../../vis/facts/subject";
import { useTile } from "../unrolled/InspectProvider";
import { MathText } from "../unrolled/MathText";
import { TilePicture } from "../unrolled/tile/TilePicture";
import { useSubjectName } from "../unrolled/useSubjectName";
import styles from "./VectorTiles.module.css";

export interface VectorTileProps extends StepVector {
  readonly trace: Trace;
}

export function VectorTile({ trace, subject, symbol, owner }: VectorTileProps): ReactNode {
  const tile = useTile(subject);
  const name = useSubjectName(trace);
  const vector = vectorOf(trace, subject);
  if (!vector) return null;
  const isOpen = rangeOf(trace, subject) === "open";
  const limit = isOpen ? Math.max(...vector.map(Math.abs), Number.MIN_VALUE) : 1;
  return (
    <button
      {...tile}
      type="button"
      className={styles.vector}
      data-owner={owner}
      aria-label={name(subject)}
    >
      <span className={styles.frame}>
        <TilePicture vector={vector} limit={limit} split={isSplit(trace, subject)} />
      </span>
      <span className={styles.caption} aria-hidden="true">
        <MathText>{symbol}</MathText>
      </span>
    </button>
  );
}

export interface VectorTilesProps {
  readonly trace: Trace;
  readonly vectors: readonly StepVector[];
}

export function VectorTiles({ trace, vectors }: VectorTilesProps): ReactNode {
  return (
    <div className={styles.row}>
      {vectors.map((vector) => (
        <VectorTile key={vector.symbol} trace={trace} {...vector} />
      ))}
    </div>
  );
}
