/** The two lanes in the order of the page, and their names. */
import type { LaneId } from "../workers/protocol";

export const LANES = ["a", "b"] as const satisfies readonly LaneId[];

export const LANE_NAMES = { a: "A", b: "B" } as const satisfies Record<LaneId, string>;
