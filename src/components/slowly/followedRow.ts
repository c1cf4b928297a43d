/** The rows of a walked batch as a student would type them, and which of them the walk of a lane follows. */
import { useMemo } from "react";
import type { UpdateAccount } from "../../engine/results/updateAccount";
import { LANE } from "../../state/slices/lane";
import type { RunInfo } from "../../state/slices/run";
import { laneIn, useApp } from "../../state/store";
import { writeSource } from "../../vis/facts/sourceText";
import { useLane } from "../useLane";

/** The sources of the rows in writing order. */
export function rowTexts({ rows }: UpdateAccount, info: RunInfo | null): readonly string[] {
  if (!info) return [];
  const { config, sourceUnit: unit } = info;
  return rows.map(({ source, sourceLength }) => {
    const read = source.slice(0, sourceLength - 1).map(({ text }) => text);
    const written = config.sourceOrder === "reversed" ? read.toReversed() : read;
    return writeSource(written, { task: config.task, unit });
  });
}

/** Whether both lanes have walked the same update of the same batch, fed the same tokens. */
export function useIsSameBatch(): boolean {
  const a = useApp(({ lanes }) => lanes.a.run.walk?.account ?? null);
  const b = useApp(({ lanes }) => lanes.b?.run.walk?.account ?? null);
  return useMemo(() => {
    if (a === null || b === null || a.step !== b.step) return false;
    return JSON.stringify(a.rows) === JSON.stringify(b.rows);
  }, [a, b]);
}

/** The followed row in the batch of a lane, which may have fewer rows than that of lane A. */
export function rowIn({ rows }: UpdateAccount, row: number): number {
  return Math.min(row, rows.length - 1);
}

/** The row that lane B follows where it is another example than that of lane A; `row` is 1-based. */
export function useOtherRow(): { readonly row: number; readonly source: string } | null {
  const follows = useApp(({ view }) => view.walk?.follows ?? "stage");
  const ofA = useApp((state) => laneIn(state, LANE).run);
  const own = useLane(({ run }) => run);
  const [a, b] = [ofA.walk?.account, own.walk?.account];
  if (follows === "stage" || !a || !b) return null;
  const row = rowIn(b, follows);
  const source = rowTexts(b, own.info)[row] ?? "";
  return source === rowTexts(a, ofA.info)[follows] ? null : { row: row + 1, source };
}
