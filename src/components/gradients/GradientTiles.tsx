/** The gradients of the encoder's and the decoder's states: the larger the square, the longer the gradient. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { writtenLengths } from "../../vis/tex/roadText";
import { DECODER_ROADS, ENCODER_ROADS } from "../../engine/results/roads";
import { strengthOf } from "../../vis/facts/roadStrength";
import { middle } from "../../vis/layout/rail";
import { columnX, rowY } from "../../vis/layout/stageLayout";
import { subscript } from "../../vis/tex/symbols";
import { useRoving } from "../primitives/useRoving";
import { isSameTile, type MarkedTile, useMapMarks } from "../unrolled/mapMarks";
import { useTokenName } from "../unrolled/useTokenName";
import type { CornerProps } from "./GradientCorner";
import styles from "./GradientTiles.module.css";

const ENCODER_PARTS = ["whole", ...ENCODER_ROADS] as const;
const DECODER_PARTS = ["whole", ...DECODER_ROADS] as const;

/** The states of the encoder in a row; a click selects the column. */
export function EncoderGradients(props: CornerProps): ReactNode {
  const { layout, lengths, trace, index, column, onSelect } = props;
  const { t } = useTranslation("gradients");
  const name = useTokenName();
  const roving = useRoving(trace.source.length);
  const { header, columnPitch, tile } = layout;
  const nameOf = (s: number): string => {
    const token = trace.source[s];
    return token ? name(token) : "";
  };
  return (
    <div role="toolbar" aria-label={t("encoderTiles")} {...roving.container}>
      {lengths.columns.map((lengthsAt, s) => (
        <Tile
          key={s}
          owner="encoder"
          length={lengthsAt.whole}
          longest={lengths.longest}
          place={{
            x: columnX(layout, s) + (columnPitch - layout.pitch) / 2,
            y: header.tilesTop - (layout.pitch - tile) / 2,
            box: layout.pitch,
            tile,
          }}
          label={t("column", {
            sub: subscript(s + 1),
            token: nameOf(s),
            ...writtenLengths(lengthsAt, ENCODER_PARTS),
          })}
          isCurrent={s === column}
          stop={s}
          tabIndex={roving.tabIndexOf(s)}
          onChoose={() => onSelect(index, s)}
        />
      ))}
    </div>
  );
}

/** The states of the decoder in a column, from s(0) in the corner; a click selects the step. */
export function DecoderGradients(props: CornerProps): ReactNode {
  const { layout, lengths, index, onSelect } = props;
  const { t } = useTranslation("gradients");
  const roving = useRoving(lengths.steps.length, "column");
  const { header, rail, pitch, tile } = layout;
  const inset = (pitch - tile) / 2;
  return (
    <div
      role="toolbar"
      aria-orientation="vertical"
      aria-label={t("decoderTiles")}
      {...roving.container}
    >
      {lengths.steps.map((step, state) => (
        <Tile
          key={state}
          owner="decoder"
          length={step.whole}
          longest={lengths.longest}
          place={{
            x: middle(rail.state) - pitch / 2,
            y: state === 0 ? header.tilesTop - inset : rowY(layout, state - 1),
            box: pitch,
            tile,
          }}
          label={t("state", { sub: subscript(state), ...writtenLengths(step, DECODER_PARTS) })}
          isCurrent={state === index + 1}
          stop={state}
          tabIndex={roving.tabIndexOf(state)}
          onChoose={() => onSelect(Math.max(0, state - 1), null)}
        />
      ))}
    </div>
  );
}

interface TileProps {
  readonly owner: "encoder" | "decoder";
  readonly length: number;
  readonly longest: number;
  readonly place: {
    readonly x: number;
    readonly y: number;
    readonly box: number;
    readonly tile: number;
  };
  readonly label: string;
  readonly isCurrent: boolean;
  /** The place of the state: a lesson marks tiles of the encoder and the decoder by it. */
  readonly stop: number;
  readonly tabIndex: 0 | -1;
  readonly onChoose: () => void;
}

function Tile({ place, label, ...props }: TileProps): ReactNode {
  const { predictedTile, trueTile } = useMapMarks();
  const marked = markedTile(props.owner, props.stop);
  const side = strengthOf(props.length, props.longest) * place.tile;
  return (
    <button
      type="button"
      className={styles.tile}
      data-owner={props.owner}
      data-current={props.isCurrent || undefined}
      data-stop={props.stop}
      data-predicted={isSameTile(marked, predictedTile) || undefined}
      data-true={isSameTile(marked, trueTile) || undefined}
      title={label}
      aria-label={label}
      tabIndex={props.tabIndex}
      style={{ left: place.x, top: place.y, width: place.box, height: place.box }}
      onClick={props.onChoose}
    >
      <span className={styles.frame} style={{ width: place.tile, height: place.tile }}>
        <span className={styles.square} style={{ width: side, height: side }} />
      </span>
    </button>
  );
}

/** The state as a lesson names it; null: the decoder's first state belongs to no step. */
function markedTile(of: TileProps["owner"], stop: number): MarkedTile | null {
  if (of === "encoder") return { of, tile: stop };
  return stop === 0 ? null : { of, tile: stop - 1 };
}
