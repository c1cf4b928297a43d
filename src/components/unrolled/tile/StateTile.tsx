/**
 * A tile on the stage: the frame of a vector's picture, whose hue shows encoder or decoder. A click selects it. The sheet
 * around it draws the picture, so that the frames stay as they are while training changes the vectors.
 */
import { memo, type ReactNode } from "react";
import type { Lit } from "../../../engine/results/operation";
import type { Subject } from "../../../engine/results/subject";
import type { Square } from "../../../vis/layout/stageBoxes";
import { useTile } from "../InspectProvider";
import { isSameTile, tileOf, useMapMarks } from "../mapMarks";
import { partAttributes } from "../parts";
import type { Style } from "../styleType";
import styles from "./StateTile.module.css";

export interface StateTileProps {
  readonly subject: Subject;
  /** Whether the picture has two halves: forward above, backward below. */
  readonly split?: boolean;
  readonly owner: "encoder" | "decoder" | "attention";
  readonly label: string;
  readonly picture: Square;
  /** The side of the button's box around the picture. */
  readonly box: number;
  /** Whether it belongs to the selected step or column. */
  readonly current?: boolean;
  /** Its operations, and the lit one. */
  readonly ops: readonly Lit[];
  readonly lit: Lit | null;
  readonly ringed?: boolean;
  /** The edit that empties the vector, or the state that enters its step. */
  readonly byHand?: "emptyContext" | "emptyState" | undefined;
  readonly tabIndex?: 0 | -1;
  readonly stop?: number;
  readonly onChoose: (subject: Subject) => void;
}

/** The button's box around the picture. */
function boxStyle({ x, y, side }: Square, box: number): Style {
  const inset = Math.floor((box - side) / 2);
  return {
    left: x - inset,
    top: y - inset,
    width: box,
    height: box,
    "--tile": `${side}px`,
    "--inset": `${inset}px`,
  };
}

export const StateTile = memo(function StateTile(props: StateTileProps): ReactNode {
  const { onClick, ...tile } = useTile(props.subject);
  const { predictedTile, trueTile, onPickTile } = useMapMarks();
  const { split = false, subject, picture } = props;
  const marked = tileOf(subject);
  return (
    <button
      {...tile}
      type="button"
      className={styles.tile}
      data-owner={props.owner}
      data-current={props.current || undefined}
      data-tip={props.label}
      {...partAttributes(props.ops, props.lit)}
      data-ringed={props.ringed || undefined}
      data-hand={props.byHand}
      data-stop={props.stop}
      data-predicted={isSameTile(marked, predictedTile) || undefined}
      data-true={isSameTile(marked, trueTile) || undefined}
      aria-label={props.label}
      tabIndex={props.tabIndex ?? 0}
      style={boxStyle(picture, props.box)}
      onClick={() => {
        if (marked) onPickTile?.(marked);
        props.onChoose(subject);
        onClick();
      }}
    >
      <span className={styles.frame} data-split={split || undefined} />
    </button>
  );
});
