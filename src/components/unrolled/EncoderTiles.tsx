/** The encoder's states over their columns, in one toolbar with one tab stop. Without a map the toolbar includes the tokens. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isBidirectional } from "../../engine/setup/modelShape";
import type { Lit } from "../../engine/results/operation";
import type { Trace } from "../../engine/results/trace";
import { encoderSquare } from "../../vis/layout/stageBoxes";
import type { StageLayout } from "../../vis/layout/stageLayout";
import type { Subject } from "../../engine/results/subject";
import { encoderStates, matrixRow } from "../../engine/results/vectors";
import { BridgeMark } from "./BridgeMark";
import { PARTS, partAttributes } from "./parts";
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
  const { header, pitch, tile } = layout;
  const states = encoderStates(trace, layer);
  const attends = trace.shape.attention !== "none";
  return (
    <div role="toolbar" aria-label={t("encoderTiles")} {...roving.container}>
      <TileSheet area={{ x: 0, y: header.tilesTop - 1, width: layout.width, height: tile + 2 }}>
        {trace.source.map((_, s) => {
          const subject: Subject = { kind: "encoder", column: s, layer };
          return (
            <StateTile
              key={s}
              subject={subject}
              vector={matrixRow(states, s)}
              split={isBidirectional(trace.shape)}
              owner="encoder"
              label={name(subject)}
              picture={encoderSquare(layout, s)}
              box={pitch}
              current={s === column}
              part={partAttributes(attends ? PARTS.encoder : PARTS.handed, props.lit)}
              ringed={!attends && !layout.bridge && s === columns - 1}
              tabIndex={roving.tabIndexOf(s)}
              stop={s}
              onChoose={() => onSelect(index, attends ? s : null)}
            />
          );
        })}
      </TileSheet>
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
