/** The gradient's roads on the stage: the unrolled network with the gradient of every state, and a chart over the source. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { RoadsAnswer } from "../../engine/results/roads";
import { directionsOf } from "../../engine/setup/modelShape";
import { roadLengths } from "../../vis/facts/roadLengths";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { useRoom } from "../unrolled/scroll/useRoom";
import type { Shown } from "../unrolled/shown";
import { useStageLayout } from "../unrolled/useStageLayout";
import { GradientCorner } from "./GradientCorner";
import styles from "./GradientFigure.module.css";

export interface GradientFigureProps extends Omit<Shown, "step"> {
  readonly answer: RoadsAnswer;
  /** Called with the selected pair; null: the column does not change. */
  readonly onSelect: (step: number, column: number | null) => void;
}

const CHART = { share: 0.3, least: 100, most: 190 }; // height, in pixels

export function GradientFigure(props: GradientFigureProps): ReactNode {
  const { trace, answer } = props;
  const { t } = useTranslation("gradients");
  const [box, room] = useRoom<HTMLDivElement>();
  const chart = Math.min(CHART.most, Math.max(CHART.least, CHART.share * room.height));
  const layout = withSmallTiles(useStageLayout(trace, { ...room, height: room.height - chart }));
  const lengths = roadLengths(answer.roads, directionsOf(trace.shape).length);
  const isHigher = layout.height + chart > room.height;
  const region =
    layout.scrolls || isHigher
      ? ({ role: "region", tabIndex: 0, "aria-label": t("scroller") } as const)
      : {};
  return (
    <figure className={styles.figure} data-place="figure" aria-label={t("figure")}>
      <div ref={box} className={styles.room}>
        <div className={styles.scroller} {...region}>
          {room.width > 0 && (
            <GradientCorner
              {...props}
              layout={layout}
              lengths={lengths}
              chart={chart}
              room={room}
            />
          )}
        </div>
      </div>
    </figure>
  );
}

const TILE_SHARE = 0.52; // of the height of a row; the rest is for the arrows

/** Tiles that leave room for wide arrows between them, and a rail that scrolls with the map. */
function withSmallTiles(layout: StageLayout): StageLayout {
  return { ...layout, pinned: null, tile: Math.round(TILE_SHARE * layout.pitch) };
}
