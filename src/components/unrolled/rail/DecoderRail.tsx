/** The decoder along the right edge: the input, the state and the output of each step up to the shown one. */
import { memo, type ReactNode } from "react";
import type { DecoderStep, Trace } from "../../../engine/results/trace";
import { saidProbability } from "../../../vis/facts/probability";
import type { Span } from "../../../vis/layout/rail";
import { rowY, type StageLayout } from "../../../vis/layout/stageLayout";
import type { Subject } from "../../../engine/results/subject";
import { isSplit, vectorOf } from "../../../vis/facts/subject";
import { ProbabilityLine } from "./ProbabilityLine";
import { StateTile } from "../tile/StateTile";
import { FedToken } from "./TokenBox";
import type { OnSelect } from "../shown";
import { useSubjectName } from "../useSubjectName";

interface RailRowProps {
  readonly layout: StageLayout;
  readonly trace: Trace;
  readonly step: DecoderStep;
  readonly row: number;
  readonly current: boolean;
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  readonly onSelect: OnSelect;
}

const RailRow = memo(function RailRow(props: RailRowProps): ReactNode {
  const { layout, trace, step, row, current, layer, onSelect } = props;
  const name = useSubjectName(trace);
  const { rail, pitch, tile } = layout;
  const tileAt = (span: Span | null, subject: Subject): ReactNode => {
    const vector = vectorOf(trace, subject);
    if (!span || !vector) return null;
    return (
      <StateTile
        subject={subject}
        vector={vector}
        split={isSplit(trace, subject)}
        owner={subject.kind === "context" ? "attention" : "decoder"}
        label={name(subject)}
        place={{ x: span.x - (pitch - tile) / 2, y: rowY(layout, row), box: pitch, tile }}
        lit={current}
        tabIndex={current ? 0 : -1}
        onChoose={() => onSelect(row, null)} // a tile belongs to its row
      />
    );
  };
  const chipTop = rowY(layout, row) + (pitch - rail.chip) / 2;
  return (
    <>
      {tileAt(rail.context, { kind: "context", step: row })}
      <FedToken
        step={step}
        number={row + 1}
        box={{ x: rail.fed.x, y: chipTop, width: rail.fed.width, height: rail.chip }}
      />
      {tileAt(rail.state, { kind: "state", step: row, layer })}
      {tileAt(rail.combined, { kind: "combined", step: row })}
      <ProbabilityBar layout={layout} row={row} probability={saidProbability(step)} />
    </>
  );
});

interface ProbabilityBarProps {
  readonly layout: StageLayout;
  readonly row: number;
  readonly probability: number;
}

/** The probability of the output, beside it. Without space for a bar, the box of the output shows it. */
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
  /** The layer that the tiles show, 0-based. */
  readonly layer: number;
  readonly onSelect: OnSelect;
}

export function DecoderRail(props: DecoderRailProps): ReactNode {
  const { layout, trace, index, layer, onSelect } = props;
  return trace.steps
    .slice(0, index + 1)
    .map((step, row) => (
      <RailRow
        key={row}
        layout={layout}
        trace={trace}
        step={step}
        row={row}
        current={row === index}
        layer={layer}
        onSelect={onSelect}
      />
    ));
}
