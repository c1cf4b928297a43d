/** The encoder's states over their columns: one toolbar, one tab stop. Without a map the tokens stand in it too. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/trace";
import { select } from "../../state/app";
import { columnX, type StageLayout } from "../../vis/stage";
import { matrixRow } from "../../vis/subject";
import { subscript, symbolsOf } from "../../vis/symbols";
import { StateTile } from "./StateTile";
import { useRoving } from "./useRoving";
import { useTokenName } from "./useTokenName";

export interface EncoderTilesProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly index: number;
  readonly column: number | null;
}

export function EncoderTiles({ layout, trace, index, column }: EncoderTilesProps): ReactNode {
  const { t } = useTranslation("stage");
  const name = useTokenName();
  const roving = useRoving(trace.source.length);
  const { header, pitch, tile } = layout;
  const symbol = symbolsOf(trace).key;
  const attends = trace.attention !== "none";
  return (
    <div role="toolbar" aria-label={t("encoderTiles")} {...roving.container}>
      {trace.source.map((token, s) => (
        <StateTile
          key={s}
          subject={{ kind: "encoder", column: s }}
          vector={matrixRow(trace.encoder.states, s)}
          owner="encoder"
          label={t("numbers.encoder", { symbol, sub: subscript(s + 1), token: name(token) })}
          place={{
            x: columnX(layout, s),
            y: header.tilesTop - (pitch - tile) / 2,
            box: pitch,
            tile,
          }}
          lit={s === column}
          ringed={!attends && s === trace.source.length - 1}
          tabIndex={roving.tabIndexOf(s)}
          stop={s}
          {...(attends && { onChoose: () => select(index, s) })}
        />
      ))}
    </div>
  );
}
