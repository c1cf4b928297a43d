/** What makes the rows of both stages level, so that a step stands on one line across them. */
import { useMemo, useState } from "react";
import type { LaneId } from "../../workers/protocol";
import type { Level } from "../../vis/layout/stageLayout";
import type { SideBySide } from "../unrolled/useStageLayout";

const NOT_DRAWN: Level = { pitchAtMost: Infinity, rows: 0 };

export function useSideBySide(): Readonly<Record<LaneId, SideBySide>> {
  const [{ a, b }, setAlone] = useState({ a: NOT_DRAWN, b: NOT_DRAWN });
  const reports = useMemo(() => {
    const reportOf = (lane: LaneId) => (pitchAtMost: number, rows: number) =>
      setAlone((last) => {
        const isSame = last[lane].pitchAtMost === pitchAtMost && last[lane].rows === rows;
        return isSame ? last : { ...last, [lane]: { pitchAtMost, rows } };
      });
    return { a: reportOf("a"), b: reportOf("b") };
  }, []);
  const level = useMemo(
    () => ({
      pitchAtMost: Math.min(a.pitchAtMost, b.pitchAtMost),
      rows: Math.max(a.rows, b.rows),
    }),
    [a, b],
  );
  return { a: { level, report: reports.a }, b: { level, report: reports.b } };
}
