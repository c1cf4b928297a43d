/** Vectors of a step side by side, each with its letter; a click opens the numbers. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/trace";
import { symbolsOf } from "../../vis/symbols";
import { vectorOf, type Subject } from "../../vis/subject";
import { useInspect } from "../figures/inspect";
import { TilePicture } from "../figures/StateTile";
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
        {caption}
      </span>
    </button>
  );
}

/** The full name of a subject, as the popover's title has it. */
function useSubjectName(trace: Trace): (subject: Subject) => string {
  const { t } = useTranslation("stage");
  const { state, key } = symbolsOf(trace);
  return (subject) => {
    if ("column" in subject) {
      const token = trace.source[subject.column]?.text ?? "";
      return t(`numbers.${subject.kind === "embedding" ? "token" : "encoder"}`, {
        symbol: key,
        index: subject.column + 1,
        token,
      });
    }
    const step = subject.kind === "previous" ? subject.step : subject.step + 1;
    return t(`numbers.${subject.kind}`, { step, symbol: state });
  };
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
