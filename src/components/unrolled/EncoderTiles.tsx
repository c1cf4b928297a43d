/** The encoder's states over their columns, in one toolbar with one tab stop. Without a map the toolbar includes the tokens. */
import { type ReactNode, useCallback, useMemo } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isBidirectional } from "../../engine/setup/modelShape";
import type { Lit } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { encoderSquare } from "../../vis/layout/stageBoxes";
import type { StageLayout } from "../../vis/layout/stageLayout";
import type { Subject } from "../../engine/results/subject";
import { encoderStates, matrixRow } from "../../engine/results/vectors";
import { BridgeMark } from "./BridgeMark";
import { PARTS } from "./parts";
import type { OnSelect } from "./shown";
import { Pinned } from "./scroll/Pinned";
import { StateTile } from "./tile/StateTile";
import { TileSheet } from "./tile/TileSheet";
import { useRoving } from "../primitives/useRoving";
import { useSubjectName } from "./useSubjectName";

export interface EncoderTilesProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly index: number;
  readonly column: number | null;
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  readonly lit: Lit | null;
  readonly onSelect: OnSelect;
}

export function EncoderTiles(props: EncoderTilesProps): ReactNode {
  const { layout, trace, index, column, layer, onSelect } = props;
  const { t } = useTranslation("stage");
  const name = useSubjectName(trace);
  const { length: columns } = trace.source;
  const roving = useRoving(layout.bridge ? columns + 1 : columns);
  const { header, tile } = layout;
  const attends = trace.shape.attention !== "none";
  const split = isBidirectional(trace.shape);
  const tiles = useMemo(() => tilesOf(layout, columns, layer), [layout, columns, layer]);
  const pictures = useMemo(() => {
    const states = encoderStates(trace, layer);
    return tiles.map(({ picture }, s) => ({ picture, vector: matrixRow(states, s), split }));
  }, [tiles, trace, layer, split]);
  const choose = useCallback(
    (subject: Subject) => onSelect(index, attends && "column" in subject ? subject.column : null),
    [onSelect, index, attends],
  );
  return (
    <div role="toolbar" aria-label={t("encoderTiles")} {...roving.container}>
      <TileSheet
        area={{ x: 0, y: header.tilesTop - 1, width: layout.width, height: tile + 2 }}
        pictures={pictures}
      />
      {tiles.map(({ subject, picture }, s) => (
        <StateTile
          key={s}
          subject={subject}
          split={split}
          owner="encoder"
          label={name(subject)}
          picture={picture}
          box={layout.pitch}
          current={s === column}
          ops={attends ? PARTS.encoder : PARTS.handed}
          lit={props.lit}
          ringed={!attends && !layout.bridge && s === columns - 1}
          tabIndex={roving.tabIndexOf(s)}
          stop={s}
          onChoose={choose}
        />
      ))}
      <Pinned layout={layout}>
        <BridgeMark
          layout={layout}
          trace={trace}
          ringed={!attends}
          stop={columns}
          tabIndex={roving.tabIndexOf(columns)}
          onChoose={() => onSelect(0, null)}
        />
      </Pinned>
    </div>
  );
}

/** What the tiles are of, and where. */
function tilesOf(layout: StageLayout, columns: number, layer: number) {
  return Array.from({ length: columns }, (_, column) => ({
    subject: { kind: "encoder", column, layer } as const,
    picture: encoderSquare(layout, column),
  }));
}
