/** The picture inside the figure: encoder, map, decoder and arrows at the places of the layout. */
import { decoderTop } from "../../engine/setup/modelShape";
import { memo, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Lit } from "../../engine/results/operation";
import { isTempered } from "../../vis/facts/probability";
import { encoderReadingOf, tokensRead } from "../../vis/facts/encoderReading";
import { cornerNoteBox } from "../../vis/layout/stageBoxes";
import { columnX, rowY, type StageLayout } from "../../vis/layout/stageLayout";
import { subscript, SYMBOLS } from "../../vis/tex/symbols";
import { AttentionMap } from "./map/AttentionMap";
import { Bottleneck } from "./Bottleneck";
import styles from "./Corner.module.css";
import { DecoderRail } from "./rail/DecoderRail";
import { EncoderTiles } from "./EncoderTiles";
import { MathText } from "./MathText";
import { Pinned } from "./scroll/Pinned";
import { RailHeadings } from "./rail/RailHeadings";
import { ScrollEdges } from "./scroll/ScrollEdges";
import { StageArrows } from "./StageArrows";
import type { Style } from "./styleType";
import type { OnSelect, Shown } from "./shown";

export interface CornerProps extends Shown {
  readonly layout: StageLayout;
  readonly reached?: number;
  readonly layer: number;
  readonly isTraining: boolean;
  readonly lit?: Lit | null;
  readonly onSelect: OnSelect;
  /** What lies over the picture, in its coordinates. */
  readonly overlay?: (layout: StageLayout) => ReactNode;
}

function cornerStyle({ width, height, ...layout }: StageLayout): Style {
  return {
    width,
    height,
    "--font": `${layout.font}px`,
    "--label-font": `${layout.labelFont}px`,
    "--chip-font": `${layout.chipFont}px`,
    "--slant-room": `${layout.header.tokensHeight}px`,
  };
}

export function Corner(props: CornerProps): ReactNode {
  const { layout, trace, index, layer, onSelect, lit = null } = props;
  const { t } = useTranslation("stage");
  const { map, pinned, header } = layout;
  const reached = props.reached ?? trace.steps.length - 1;
  const shown = { layout, trace, index, reached, onSelect };
  return (
    <div className={styles.corner} style={cornerStyle(layout)}>
      {header.titleTop !== null && (
        <div className={styles.titleLane}>
          <span className={styles.title} style={{ left: map.x, marginLeft: map.x }}>
            {t(`encoderReads.${encoderReadingOf(trace.shape)}`)}
          </span>
        </div>
      )}
      <Background {...shown} lit={lit} />
      {trace.shape.attention === "none" ? (
        <Bottleneck {...shown} isTraining={props.isTraining} />
      ) : (
        <AttentionMap {...shown} column={props.column} isTraining={props.isTraining} lit={lit} />
      )}
      <EncoderTiles {...shown} column={props.column} layer={layer} lit={lit} />
      {!layout.compact && <StateNumbers layout={layout} columns={trace.source.length} />}
      <ScrollEdges layout={layout}>
        <StepNumbers layout={layout} steps={trace.steps.length} index={index} />
      </ScrollEdges>
      <Pinned layout={layout} opaque>
        {pinned && <Background {...shown} lit={lit} />}
        <CornerNote layout={layout} />
        <RailHeadings layout={layout} tempered={isTempered(trace)} lit={lit} />
        <DecoderRail {...shown} layer={Math.min(layer, decoderTop(trace.shape))} lit={lit} />
      </Pinned>
      {props.overlay?.(layout)}
    </div>
  );
}

interface BackgroundProps extends Pick<CornerProps, "layout" | "trace" | "index"> {
  readonly reached: number;
  readonly lit: Lit | null;
}

/** The background: the band of the selected row, and the arrows. */
function Background({ layout, trace, index, reached, lit }: BackgroundProps): ReactNode {
  const { pitch, width } = layout;
  return (
    <>
      <span
        className={styles.band}
        style={{ left: 0, top: rowY(layout, index), width, height: pitch }}
      />
      <StageArrows
        layout={layout}
        columns={tokensRead(trace)}
        origins={trace.steps.map((step) => step.inputOrigin).join()}
        index={index}
        reached={reached}
        lit={lit}
      />
    </>
  );
}

/** The label of the arrow around the corner: over the arrow, or over the bridge that makes the state. */
function CornerNote({ layout }: { readonly layout: StageLayout }): ReactNode {
  const { t } = useTranslation("stage");
  if (layout.compact || !layout.recurs) return null;
  const { x, y, width } = cornerNoteBox(layout);
  return (
    <span className={styles.note} style={{ left: x, top: y, maxWidth: width }}>
      {t(layout.bridge ? "cornerNoteBoth" : "cornerNote")}
    </span>
  );
}

interface StateNumbersProps {
  readonly layout: StageLayout;
  readonly columns: number;
}

/** The encoder states' names, as in the equations. */
const StateNumbers = memo(function StateNumbers({ layout, columns }: StateNumbersProps): ReactNode {
  const { header, tile, columnPitch } = layout;
  const { key } = SYMBOLS;
  return (
    <div aria-hidden="true">
      {Array.from({ length: columns }, (_, s) => (
        <span
          key={s}
          className={styles.state}
          style={{ left: columnX(layout, s), top: header.tilesTop + tile + 4, width: columnPitch }}
        >
          <MathText>{key + subscript(s + 1)}</MathText>
        </span>
      ))}
    </div>
  );
});

interface StepNumbersProps {
  readonly layout: StageLayout;
  readonly steps: number;
  readonly index: number;
}

const StepNumbers = memo(function StepNumbers(props: StepNumbersProps): ReactNode {
  const { layout, steps, index } = props;
  return (
    <div aria-hidden="true">
      {Array.from({ length: steps }, (_, row) => (
        <span
          key={row}
          className={styles.number}
          data-step={row}
          data-current={row === index || undefined}
          style={{ top: rowY(layout, row), width: layout.gutter.number, height: layout.pitch }}
        >
          {row + 1}
        </span>
      ))}
    </div>
  );
});
