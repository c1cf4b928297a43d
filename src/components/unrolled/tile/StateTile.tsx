/** A vector as a small picture: one cell a unit, signed values diverging around neutral; the border shows encoder or decoder. */
import { useMemo, type ReactNode } from "react";
import type { Rgb } from "../../../vis/color";
import type { Subject } from "../../../engine/results/subject";
import { halvesOf, tileCells, type TilePart } from "../../../vis/layout/tile";
import { useTile } from "../InspectProvider";
import { isSameTile, tileOf, useMapMarks } from "../mapMarks";
import type { partAttributes } from "../parts";
import type { Style } from "../styleType";
import styles from "./StateTile.module.css";
import { tileImage } from "./tileImage";
import { useScales } from "./useScales";

interface Picture {
  readonly vector: Float32Array;
  /** The value of the scale's end colours; 1 for every vector that a tanh bounds. */
  readonly limit?: number;
}

interface PartPicture extends Picture {
  readonly part: TilePart;
}

function Part({ vector, limit = 1, part }: PartPicture): ReactNode {
  const scales = useScales();
  const address = useMemo(() => {
    if (!scales) return undefined;
    const colorOf = (value: number): Rgb => scales.signed(value / limit);
    return tileImage(tileCells(vector, part), colorOf, scales.empty);
  }, [vector, limit, part, scales]);
  return <img src={address} alt="" decoding="sync" draggable={false} className={styles.picture} />;
}

export interface TilePictureProps extends Picture {
  /** Whether the picture has two halves: forward above, backward below. */
  readonly split?: boolean;
}

/** The picture without its button; it fills its box. */
export function TilePicture({ vector, limit = 1, split = false }: TilePictureProps): ReactNode {
  if (!split) return <Part vector={vector} limit={limit} part="whole" />;
  const halves = halvesOf(vector);
  return (
    <span className={styles.halves}>
      {halves.map((half, i) => (
        <Part key={i} vector={half} limit={limit} part="half" />
      ))}
    </span>
  );
}

export interface StateTileProps {
  readonly subject: Subject;
  readonly vector: Float32Array;
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

function boxStyle({ x, y, box, tile }: StateTileProps["place"]): Style {
  return { left: x, top: y, width: box, height: box, "--tile": `${tile}px` };
}

/** A tile on the stage; a click selects it and shows its numbers. */
export function StateTile(props: StateTileProps): ReactNode {
  const { onClick, ...tile } = useTile(props.subject);
  const { predictedTile, trueTile, onPickTile } = useMapMarks();
  const { place, subject } = props;
  const marked = tileOf(subject);
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
      style={boxStyle(place)}
      onClick={() => {
        if (marked) onPickTile?.(marked);
        props.onChoose();
        onClick();
      }}
    >
      <span className={styles.frame}>
        <TilePicture vector={props.vector} split={props.split ?? false} />
      </span>
    </button>
  );
}
