/** A tile on the stage: a vector as a small picture, whose border shows encoder or decoder. A click selects it. */
import type { ReactNode } from "react";
import type { Subject } from "../../../engine/results/subject";
import { useTile } from "../InspectProvider";
import { isSameTile, tileOf, useMapMarks } from "../mapMarks";
import type { partAttributes } from "../parts";
import type { Style } from "../styleType";
import styles from "./StateTile.module.css";
import { type Square, useDrawnVector } from "./TileSheet";

export interface StateTileProps {
  readonly subject: Subject;
  readonly vector: Float32Array;
  /** Whether the picture has two halves: forward above, backward below. */
  readonly split?: boolean;
  readonly owner: "encoder" | "decoder" | "attention";
  readonly label: string;
  /** The top left corner of the button's box, its side, and the side of the picture in it. */
  readonly place: {
    readonly x: number;
    readonly y: number;
    readonly box: number;
    readonly tile: number;
  };
  /** Whether it belongs to the selected step or column. */
  readonly current?: boolean;
  /** The attributes of its operations. */
  readonly part?: ReturnType<typeof partAttributes>;
  readonly ringed?: boolean;
  /** The edit that empties the vector, or the state that enters its step. */
  readonly byHand?: "emptyContext" | "emptyState" | undefined;
  readonly tabIndex?: 0 | -1;
  readonly stop?: number;
  readonly onChoose: () => void;
}

/** The picture in whole pixels, because it lies on a canvas. */
function pictureOf({ x, y, box, tile }: StateTileProps["place"]): Square {
  const inset = (box - tile) / 2;
  return { x: Math.round(x + inset), y: Math.round(y + inset), side: tile };
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

export function StateTile(props: StateTileProps): ReactNode {
  const { onClick, ...tile } = useTile(props.subject);
  const { predictedTile, trueTile, onPickTile } = useMapMarks();
  const { split = false, subject } = props;
  const marked = tileOf(subject);
  const picture = pictureOf(props.place);
  useDrawnVector(picture, props.vector, split);
  return (
    <button
      {...tile}
      type="button"
      className={styles.tile}
      data-owner={props.owner}
      data-current={props.current || undefined}
      data-tip={props.label}
      {...props.part}
      data-ringed={props.ringed || undefined}
      data-hand={props.byHand}
      data-stop={props.stop}
      data-predicted={isSameTile(marked, predictedTile) || undefined}
      data-true={isSameTile(marked, trueTile) || undefined}
      aria-label={props.label}
      tabIndex={props.tabIndex ?? 0}
      style={boxStyle(picture, props.place.box)}
      onClick={() => {
        if (marked) onPickTile?.(marked);
        props.onChoose();
        onClick();
      }}
    >
      <span className={styles.frame} data-split={split || undefined} />
    </button>
  );
}
