/** The main figure: the unrolled network around its own attention map, which fills one corner. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isTempered } from "../../vis/facts/probability";
import { encoderReadingOf } from "../../vis/facts/encoderReading";
import { columnX, rowY, type StageLayout } from "../../vis/layout/stageLayout";
import { subscript, symbolsOf } from "../../vis/tex/symbols";
import { AttentionMap } from "./map/AttentionMap";
import { Bottleneck } from "./Bottleneck";
import { DecoderRail } from "./rail/DecoderRail";
import { EncoderTiles } from "./EncoderTiles";
import { MathText } from "./MathText";
import { Pinned } from "./scroll/Pinned";
import { RailHeadings } from "./rail/RailHeadings";
import { RailKey } from "./rail/RailKey";
import { ScrollEdges } from "./scroll/ScrollEdges";
import { StageArrows } from "./StageArrows";
import type { Style } from "./styleType";
import styles from "./UnrolledFigure.module.css";
import { useColumnInSight } from "./map/useColumnInSight";
import { useHiddenSides } from "./scroll/useHiddenSides";
import type { OnSelect, Shown } from "./shown";
import { useStageLayout } from "./useStageLayout";
import { useWidth } from "./scroll/useWidth";

export interface UnrolledFigureProps extends Shown {
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  /** Whether the trace is replaced several times a second. */
  readonly isTraining: boolean;
  /** Whether a figure wider than its container scrolls to keep its column visible. */
  readonly follows: boolean;
  readonly onSelect: OnSelect;
}

export function UnrolledFigure(props: UnrolledFigureProps): ReactNode {
  const { trace, index, column, follows } = props;
  const { t } = useTranslation("stage");
  const [room, width] = useWidth<HTMLDivElement>();
  const layout = useStageLayout(trace, width);
  useColumnInSight(room, layout, width > 0 && follows ? column : null);
  const onScroll = useHiddenSides(room, layout);
  const scroller = layout.scrolls
    ? ({ role: "region", tabIndex: 0, "aria-label": t("scroller") } as const)
    : {};
  const reading = t(`reading.${encoderReadingOf(trace.shape)}`, {
    sourceLength: trace.source.length,
  });
  const summary = t("summary", { reading, step: index + 1, steps: trace.steps.length });
  return (
    <figure className={styles.figure} data-place="figure" aria-label={t("figure")}>
      <p className="visually-hidden">{summary}</p>
      <div
        ref={room}
        className={styles.room}
        data-pinned={layout.pinned !== null || undefined}
        style={{ scrollPaddingLeft: layout.map.x, scrollPaddingRight: layout.pinned?.width }}
        onScroll={onScroll}
        {...scroller}
      >
        {width > 0 && <Corner {...props} layout={layout} />}
      </div>
      {layout.compact && <RailKey trace={trace} />}
    </figure>
  );
}

interface CornerProps extends UnrolledFigureProps {
  readonly layout: StageLayout;
}

function Corner(props: CornerProps): ReactNode {
  const { layout, trace, index, column, layer, onSelect } = props;
  const { t } = useTranslation("stage");
  const { map, pinned } = layout;
  const style: Style = {
    width: layout.width,
    height: layout.height,
    "--font": `${layout.font}px`,
    "--chip-font": `${layout.chipFont}px`,
  };
  const attends = trace.shape.attention !== "none";
  return (
    <div className={styles.corner} style={style}>
      <div className={styles.titleLane}>
        <span className={styles.title} style={{ left: map.x, marginLeft: map.x }}>
          {t(`encoderReads.${encoderReadingOf(trace.shape)}`)}
        </span>
      </div>
      <Background layout={layout} trace={trace} index={index} />
      {attends ? (
        <AttentionMap
          layout={layout}
          trace={trace}
          index={index}
          column={column}
          isTraining={props.isTraining}
          onSelect={onSelect}
        />
      ) : (
        <Bottleneck layout={layout} trace={trace} index={index} />
      )}
      <EncoderTiles
        layout={layout}
        trace={trace}
        index={index}
        column={column}
        layer={layer}
        onSelect={onSelect}
      />
      {!layout.compact && <StateNumbers layout={layout} trace={trace} />}
      <ScrollEdges layout={layout}>
        {layout.numbered && (
          <StepNumbers layout={layout} steps={trace.steps.length} index={index} />
        )}
      </ScrollEdges>
      <Pinned layout={layout} opaque>
        {pinned && <Background layout={layout} trace={trace} index={index} />}
        <CornerNote layout={layout} />
        <RailHeadings layout={layout} said={!attends} tempered={isTempered(trace)} />
        <DecoderRail
          layout={layout}
          trace={trace}
          index={index}
          layer={layer}
          onSelect={onSelect}
        />
      </Pinned>
    </div>
  );
}

type BackgroundProps = Pick<CornerProps, "layout" | "trace" | "index">;

/** The background: the band of the shown row, and the arrows. */
function Background({ layout, trace, index }: BackgroundProps): ReactNode {
  const { pitch, width } = layout;
  return (
    <>
      <span
        className={styles.band}
        style={{ left: 0, top: rowY(layout, index), width, height: pitch }}
      />
      <StageArrows layout={layout} trace={trace} index={index} />
    </>
  );
}

/** The label of the arrow around the corner: over the arrow, or behind the bridge where a bridge makes the state. */
function CornerNote({ layout }: { readonly layout: StageLayout }): ReactNode {
  const { t } = useTranslation("stage");
  const { header, map, tile, bridge, compact } = layout;
  const arrowY = header.tilesTop + tile * (bridge ? 0.25 : 0.5);
  const overArrow = { left: map.x + map.width + 8, top: arrowY - 19 };
  const words = t(bridge ? "cornerNoteBoth" : "cornerNote");
  const isBehind = compact && bridge;
  return (
    <span
      className={styles.note}
      style={isBehind ? { left: bridge.x + bridge.width + 4, top: bridge.y + 4 } : overArrow}
    >
      {compact ? "s₀" : words}
    </span>
  );
}

/** The encoder states' names, as in the equations. */
function StateNumbers({ layout, trace }: Pick<CornerProps, "layout" | "trace">): ReactNode {
  const { header, tile, pitch } = layout;
  const { key } = symbolsOf(trace);
  return (
    <div aria-hidden="true">
      {trace.source.map((_, s) => (
        <span
          key={s}
          className={styles.state}
          style={{ left: columnX(layout, s), top: header.tilesTop + tile + 4, width: pitch }}
        >
          <MathText>{key + subscript(s + 1)}</MathText>
        </span>
      ))}
    </div>
  );
}

interface StepNumbersProps {
  readonly layout: StageLayout;
  readonly steps: number;
  readonly index: number;
}

function StepNumbers({ layout, steps, index }: StepNumbersProps): ReactNode {
  return (
    <div aria-hidden="true">
      {Array.from({ length: steps }, (_, row) => (
        <span
          key={row}
          className={styles.number}
          data-current={row === index || undefined}
          style={{
            top: rowY(layout, row),
            width: layout.map.x - (layout.compact ? 4 : 8),
            height: layout.pitch,
          }}
        >
          {row + 1}
        </span>
      ))}
    </div>
  );
}
