/** The stage's layout for a trace: the same object until its inputs change, and stable during training. */
import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { widthEm } from "../../vis/layout/labels";
import { HEADED, type HeadingEms } from "../../vis/layout/rail";
import { layoutInType } from "../../vis/layout/scaledStage";
import type { Level, Room, StageLayout } from "../../vis/layout/stageLayout";
import { stageShape, type StageShape } from "../../vis/layout/stageShape";

/**
 * The shape of the trace with the widest answer that this source has had so far. The columns stand still then while a
 * model in training changes the answer several times a second.
 */
function useStableShape(trace: Trace): StageShape {
  const source = trace.source.map(({ id }) => id).join();
  const now = stageShape(trace);
  const [seen, setSeen] = useState({ source, targetEm: now.targetEm });
  const targetEm = seen.source === source ? Math.max(now.targetEm, seen.targetEm) : now.targetEm;
  if (seen.source !== source || seen.targetEm !== targetEm) setSeen({ source, targetEm });
  return { ...now, targetEm };
}

/** Widths of the rail's headings in the page's language. */
export function useHeadingEms(): HeadingEms {
  const { t } = useTranslation("stage");
  return useMemo(
    () =>
      Object.fromEntries(
        HEADED.map((kind) => [kind, widthEm(t(kind === "bar" ? "probability" : kind))]),
      ) as unknown as HeadingEms,
    [t],
  );
}

/** Stages side by side whose rows are level. */
export interface SideBySide {
  readonly level: Level;
  /** Called with the height of a row that this stage would have alone, and with the number of its rows. */
  readonly report: (pitch: number, rows: number) => void;
}

export function useStageLayout(trace: Trace, room: Room, beside?: SideBySide): StageLayout {
  const { width, height, scale } = room;
  const key = JSON.stringify([useStableShape(trace), useHeadingEms()]);
  const layoutIn = useCallback(
    (level?: Level): StageLayout => {
      const [shape, headings] = JSON.parse(key) as [StageShape, HeadingEms];
      return layoutInType(shape, { width, height, scale, level }, headings);
    },
    [key, width, height, scale],
  );
  const alone = useMemo(() => layoutIn(), [layoutIn]);
  const rows = trace.steps.length;
  const report = beside?.report;
  useLayoutEffect(() => {
    if (width > 0) report?.(alone.pitch, rows);
  }, [report, width, alone.pitch, rows]);
  const level = beside?.level;
  const isLevel = !level || (level.pitchAtMost >= alone.pitch && level.rows <= rows);
  return useMemo(() => (isLevel ? alone : layoutIn(level)), [alone, isLevel, level, layoutIn]);
}
