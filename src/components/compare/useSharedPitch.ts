/** Rows of the same height on both stages, so that a step stands on one line across them. */
import { useMemo, useState } from "react";
import type { LaneId } from "../../workers/protocol";
import type { SharedPitch } from "../unrolled/useStageLayout";

/** The largest height of a row that fits both, for each. */
export function useSharedPitch(): Readonly<Record<LaneId, SharedPitch>> {
  const [alone, setAlone] = useState({ a: Infinity, b: Infinity });
  const reports = useMemo(() => {
    const reportOf = (lane: LaneId) => (pitch: number) =>
      setAlone((last) => (last[lane] === pitch ? last : { ...last, [lane]: pitch }));
    return { a: reportOf("a"), b: reportOf("b") };
  }, []);
  const atMost = Math.min(alone.a, alone.b);
  return { a: { atMost, report: reports.a }, b: { atMost, report: reports.b } };
}
