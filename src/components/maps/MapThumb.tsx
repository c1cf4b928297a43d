/** A small attention map of one update, as a button that takes the playhead there. */
import { memo, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { MapFrame } from "../../engine/results/mapFilm";
import { thumbCells } from "../../vis/layout/mapThumb";
import { useFormat } from "../primitives/useFormat";
import styles from "./MapThumb.module.css";

interface MapThumbProps {
  readonly frame: MapFrame;
  /** Whether the stage shows these weights. */
  readonly isShown: boolean;
  readonly onOpen: () => void;
}

export function MapThumb({ frame, isShown, onOpen }: MapThumbProps): ReactNode {
  const { t } = useTranslation("maps");
  const format = useFormat();
  const update = format.number(frame.step);
  const nats = format.fixed(frame.entropy.mean, 2);
  return (
    <button
      type="button"
      className={styles.thumb}
      aria-label={t("open", { update, nats })}
      aria-current={isShown || undefined}
      onClick={onOpen}
    >
      <Picture frame={frame} />
      <span className={styles.update}>{update}</span>
      <span className={styles.nats}>{t("nats", { nats })}</span>
    </button>
  );
}

/** Redrawn only for another map. */
const Picture = memo(function Picture({ frame }: Pick<MapThumbProps, "frame">): ReactNode {
  const { width, height, cells } = thumbCells(frame.weights);
  return (
    <svg
      className={styles.map}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {cells.map(({ x, y, width: w, height: h, weight }) => (
        <rect key={`${x} ${y}`} x={x} y={y} width={w} height={h} fillOpacity={weight} />
      ))}
    </svg>
  );
});
