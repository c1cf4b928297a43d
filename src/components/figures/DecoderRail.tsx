/** The decoder down the right edge: what each step taken took, was fed, became and said. */
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DecoderStep, Trace } from "../../engine/trace";
import { saidProbability } from "../../vis/probability";
import type { Span } from "../../vis/rail";
import { rowY, type StageLayout } from "../../vis/stage";
import { symbolsOf } from "../../vis/symbols";
import type { Subject } from "../../vis/subject";
import css from "./DecoderRail.module.css";
import { StateTile } from "./StateTile";
import { FedToken } from "./TokenBox";

interface RailRowProps {
  readonly layout: StageLayout;
  readonly step: DecoderStep;
  readonly row: number;
  readonly current: boolean;
  readonly symbol: "s" | "h";
}

const RailRow = memo(function RailRow({
  layout,
  step,
  row,
  current,
  symbol,
}: RailRowProps): ReactNode {
  const { t } = useTranslation("stage");
  const { rail, pitch, tile } = layout;
  const number = row + 1;
  const tileAt = (
    span: Span | null,
    kind: Subject["kind"] & ("context" | "state" | "combined"),
    vector: Float32Array | undefined | null,
  ): ReactNode =>
    span &&
    vector && (
      <StateTile
        subject={{ kind, step: row }}
        vector={vector}
        owner={kind === "context" ? "attention" : "decoder"}
        label={t(`numbers.${kind}`, { step: number, symbol })}
        place={{ x: span.x - (pitch - tile) / 2, y: rowY(layout, row), box: pitch, tile }}
        lit={current}
        tabIndex={current ? 0 : -1}
      />
    );
  const chipTop = rowY(layout, row) + (pitch - rail.chip) / 2;
  return (
    <>
      {tileAt(rail.context, "context", step.attention?.context)}
      <FedToken
        step={step}
        number={number}
        box={{ x: rail.fed.x, y: chipTop, width: rail.fed.width, height: rail.chip }}
      />
      {tileAt(rail.state, "state", step.state)}
      {tileAt(rail.combined, "combined", step.attentional)}
      <ProbabilityBar layout={layout} row={row} probability={saidProbability(step)} />
    </>
  );
});

interface ProbabilityBarProps {
  readonly layout: StageLayout;
  readonly row: number;
  readonly probability: number;
}

/** How sure the answer was: beside it, or as a thin line under it where there is no room. */
function ProbabilityBar({ layout, row, probability }: ProbabilityBarProps): ReactNode {
  const { rail, pitch } = layout;
  const middleY = rowY(layout, row) + pitch / 2;
  const place = rail.bar
    ? { left: rail.bar.x, top: middleY - 3.5, width: rail.bar.width, height: 7 }
    : {
        left: rail.said.x + 4,
        top: middleY + rail.chip / 2 - 5,
        width: rail.said.width - 8,
        height: 2.5,
      };
  return (
    <span className={css.bar} style={place} aria-hidden="true">
      <span className={css.fill} style={{ width: `${100 * probability}%` }} />
    </span>
  );
}

export interface DecoderRailProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly index: number;
}

export function DecoderRail({ layout, trace, index }: DecoderRailProps): ReactNode {
  const symbol = symbolsOf(trace).state;
  return trace.steps
    .slice(0, index + 1)
    .map((step, row) => (
      <RailRow
        key={row}
        layout={layout}
        step={step}
        row={row}
        current={row === index}
        symbol={symbol}
      />
    ));
}
