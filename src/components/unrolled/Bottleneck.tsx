/** The inside of the corner for a model without attention: a wall, since all information passes through one state. */
import { type CSSProperties, type ReactNode, useCallback } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { untouchedStep } from "../../vis/facts/byHand";
import { isTempered } from "../../vis/facts/probability";
import type { StageLayout } from "../../vis/layout/stageLayout";
import { judge } from "../../vis/facts/judgedTokens";
import styles from "./Bottleneck.module.css";
import { rowStyle } from "./map/rowStyle";
import { SourceToken } from "./SourceToken";
import { OutputHeading } from "./rail/RailHeadings";
import { RowLabel } from "./rail/RowLabel";
import { TokenLane } from "./scroll/TokenLane";
import { rowLook, type OnSelect } from "./shown";
import { useWallText } from "./useWallText";
import { useRoving } from "../primitives/useRoving";
import { useSpokenTrace } from "./useSpokenTrace";

export interface BottleneckProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly index: number;
  /** The last step of the answer so far, 0-based. */
  readonly reached: number;
  /** Whether the trace is replaced several times a second; accessible names then change rarely. */
  readonly isTraining: boolean;
  readonly onSelect: OnSelect;
}

export function Bottleneck({
  layout,
  trace,
  index,
  reached,
  isTraining,
  onSelect,
}: BottleneckProps): ReactNode {
  const { t } = useTranslation("stage");
  const roving = useRoving(trace.source.length);
  const { map } = layout;
  const judged = judge(trace);
  const spoken = useSpokenTrace(trace, isTraining);
  const choose = useCallback(() => onSelect(index, null), [onSelect, index]);
  return (
    <>
      <div role="toolbar" aria-label={t("sourceTokens")} {...roving.container}>
        <TokenLane layout={layout}>
          {trace.source.map((token, s) => (
            <SourceToken
              key={s}
              layout={layout}
              token={token}
              column={s}
              current={false}
              onChoose={choose}
              tabIndex={roving.tabIndexOf(s)}
            />
          ))}
        </TokenLane>
      </div>
      <div
        className={styles.wall}
        data-scrolls={layout.scrolls || undefined}
        data-scrolls-down={layout.scrollsDown || undefined}
        style={{ left: map.x, top: map.y, width: map.width, height: map.height - 4 }}
      >
        <p className={styles.note} style={noteStyle(layout)}>
          <strong>{t("wallTitle")}</strong>
          <WallText trace={trace} />
        </p>
      </div>
      <OutputHeading layout={layout} />
      {trace.steps.map((step, row) => (
        <div key={row} className={styles.row} style={rowStyle(layout, row)}>
          <RowLabel
            layout={layout}
            step={step}
            before={untouchedStep(trace, row)}
            spoken={spoken.steps[row] ?? step}
            row={row}
            mark={judged[row]?.mark ?? "open"}
            tempered={isTempered(trace)}
            look={rowLook(row, index, reached)}
          />
        </div>
      ))}
    </>
  );
}

const BESIDE = 8; // pixels: the wall's padding

/** While the stage scrolls, the note stays visible: under the tokens, and in the width of the visible map. */
function noteStyle({ map, pinned, scrolls, scrollsDown, header }: StageLayout): CSSProperties {
  const top = scrollsDown ? header.tokensTop + header.tokensHeight + BESIDE : undefined;
  if (!scrolls) return { top };
  const seen = (pinned?.seen ?? Infinity) - 2 * BESIDE;
  return { top, left: map.x + BESIDE, maxWidth: Math.min(250, seen) };
}

function WallText({ trace }: Pick<BottleneckProps, "trace">): ReactNode {
  return <span>{useWallText()(trace)}</span>;
}
