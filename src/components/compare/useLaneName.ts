/** The name of a model beside another one: its letter, and what sets it apart. */
import { useModelText } from "../shell/ModelChips";
import { LANE_NAMES } from "../lanes";
import { useDifferenceText } from "./useDifferenceText";
import { useDifferences } from "./useDifferences";
import type { LaneId } from "../../workers/protocol";

/** As in "A: Attention Additive"; of two models with the same settings, as in "A: GRU 64 · additive · Bahdanau". */
export function useLaneName(lane: LaneId): string {
  const write = useDifferenceText();
  const differences = useDifferences();
  const model = useModelText();
  const what = differences.map((each) => write(each, lane)).join(", ");
  return `${LANE_NAMES[lane]}: ${what || model}`;
}
