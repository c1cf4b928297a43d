/** A vector as a small picture that stands alone: one cell a unit, signed values diverging around neutral. */
import { useMemo, type ReactNode } from "react";
import type { Rgb } from "../../../vis/color";
import { halvesOf, tileCells, type TilePart } from "../../../vis/layout/tile";
import styles from "./TilePicture.module.css";
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

/** It fills its box. */
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
