/** The decoder down the right edge: what each step taken took, was fed, became and said. */
import { memo, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { DecoderStep, Trace } from "../../engine/trace";
import { select, setPlaying } from "../../state/app";
import { saidProbability } from "../../vis/probability";
import type { Span } from "../../vis/rail";
import { rowY, type StageLayout } from "../../vis/stage";
import { subscript, symbolsOf } from "../../vis/symbols";
import type { Subject } from "../../vis/subject";
import { ProbabilityLine } from "./ProbabilityLine";
import { StateTile } from "./StateTile";
import { FedToken } from "./TokenBox";

interface RailRowProps {
  readonly layout: StageLayout;
  readonly step: DecoderStep;
  readonly row: number;
  readonly current: boolean;
  readonly symbol: "s" | "h";
}

/** A tile belongs to its row, which becomes the step on show. */
function choose(row: number): void {
  setPlaying(false);
  select(row);
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
        label={t(`numbers.${kind}`, { sub: subscript(number), symbol })}
        place={{ x: span.x - (pitch - tile) / 2, y: rowY(layout, row), box: pitch, tile }}
        lit={current}
        tabIndex={current ? 0 : -1}
        onChoose={() => choose(row)}
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

/** How sure the answer was, beside it; where there is no room the answer's own box says so. */
function ProbabilityBar({ layout, row, probability }: ProbabilityBarProps): ReactNode {
  const { rail, pitch } = layout;
  if (!rail.bar) return null;
  const top = rowY(layout, row) + pitch / 2 - 3.5;
  const style = { left: rail.bar.x, top, width: rail.bar.width, height: 7 };
  return <ProbabilityLine probability={probability} style={style} />;
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
