/** The picture inside the figure: tiles, map and arrows at the places of the stage's layout, and the chart under them. */
import type { CSSProperties, ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { RoadLengths } from "../../vis/facts/roadLengths";
import { glyph, isSpecial } from "../../vis/layout/labels";
import {
  columnX,
  labelSpan,
  type Room,
  rowY,
  type StageLayout,
} from "../../vis/layout/stageLayout";
import { TokenLane } from "../unrolled/scroll/TokenLane";
import { DecoderGradients, EncoderGradients } from "./GradientTiles";
import type { GradientFigureProps } from "./GradientFigure";
import styles from "./GradientCorner.module.css";
import { GradientMap } from "./GradientMap";
import { RoadArrows } from "./RoadArrows";
import { RoadChart } from "./RoadChart";
import { RoadKey } from "./RoadKey";

export interface CornerProps extends GradientFigureProps {
  readonly layout: StageLayout;
  readonly lengths: RoadLengths;
  /** The height of the chart, in pixels. */
  readonly chart: number;
  readonly room: Room;
}

/** The key of the chart stands beside it, or under it where the stage is narrow. In pixels. */
const KEY = { width: 200, height: 104 } as const;

/** With less height for tiles and map, the chart scrolls with them. In pixels. */
const LEAST_MAP = 130;

export function GradientCorner(props: CornerProps): ReactNode {
  const { layout, trace, answer, index, chart } = props;
  const { pitch, width, height } = layout;
  const end = layout.map.x + layout.map.width + KEY.width;
  const isBeside = end <= Math.max(width, props.room.width);
  const full = isBeside ? Math.max(width, end) : width;
  const below = isBeside ? Math.max(chart, KEY.height) : chart + KEY.height;
  const isOver = height + below > props.room.height;
  const stays = props.room.height - below >= LEAST_MAP;
  const isOfStep = answer.of !== "all";
  return (
    <div className={styles.corner} style={{ width: full }}>
      {isOfStep && (
        <span className={styles.band} style={{ top: rowY(layout, index), width, height: pitch }} />
      )}
      <RoadArrows layout={layout} lengths={props.lengths} />
      <SourceTokens {...props} />
      {trace.shape.attention === "none" ? <Wall {...props} /> : <GradientMap {...props} />}
      <EncoderGradients {...props} />
      <RowTokens {...props} />
      <DecoderGradients {...props} />
      <div style={{ height }} />
      <div
        className={styles.foot}
        data-over={isOver || undefined}
        style={{ height: below, position: stays ? "sticky" : "relative" }}
      >
        <RoadChart {...props} />
        <RoadKey {...props} width={full} isBeside={isBeside} />
      </div>
    </div>
  );
}

/** In place of the map. */
function Wall({ layout: { map } }: CornerProps): ReactNode {
  const { t } = useTranslation("gradients");
  const { x: left, y: top, width, height } = map;
  return (
    <p className={styles.wall} style={{ left, top, width, height }}>
      {t("wall")}
    </p>
  );
}

/** The tiles and the table name the tokens for assistive technology. */
function SourceTokens({ layout, trace, column }: CornerProps): ReactNode {
  const { header, columnPitch } = layout;
  const room = { "--slant-room": `${header.tokensHeight}px` } as CSSProperties;
  return (
    <div aria-hidden="true" style={room}>
      <TokenLane layout={layout}>
        {trace.source.map((token, s) => (
          <span
            key={s}
            className={styles.source}
            data-special={isSpecial(token) || undefined}
            data-slanted={header.slanted || undefined}
            data-current={s === column || undefined}
            style={{
              left: columnX(layout, s),
              top: 0,
              width: columnPitch,
              height: header.tokensHeight,
              fontSize: layout.font,
            }}
          >
            <span>{glyph(token)}</span>
          </span>
        ))}
      </TokenLane>
    </div>
  );
}

/** What each step said, at the left edge of its row, and what it was fed, in the rail. */
function RowTokens({ layout, trace, index }: CornerProps): ReactNode {
  const { rail, pitch, labelFont, chipFont } = layout;
  const label = labelSpan(layout);
  return (
    <div aria-hidden="true">
      {trace.steps.map(({ chosen, input }, row) => (
        <span key={row} data-current={row === index || undefined} className={styles.row}>
          <span
            className={styles.said}
            data-special={isSpecial(chosen) || undefined}
            style={{
              left: label.x,
              top: rowY(layout, row),
              width: label.width,
              height: pitch,
              fontSize: labelFont,
            }}
          >
            {glyph(chosen)}
          </span>
          <span
            className={styles.fed}
            data-special={isSpecial(input) || undefined}
            style={{
              left: rail.fed.x,
              top: rowY(layout, row),
              width: rail.fed.width,
              height: pitch,
              fontSize: chipFont,
            }}
          >
            {glyph(input)}
          </span>
        </span>
      ))}
    </div>
  );
}
