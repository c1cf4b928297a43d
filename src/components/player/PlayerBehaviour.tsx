/** What the player does without a place on the page: playback, the page's keys, and the announcement. */
import type { ReactNode } from "react";
import { LANE_NAMES, LANES } from "../lanes";
import { useComparing } from "../useComparing";
import { LaneContext } from "../useLane";
import { useShownStep } from "../useShownStep";
import { Announcement } from "./Announcement";
import { usePageKeys } from "./pageKeys";
import { usePlayback } from "./usePlayback";

export function PlayerBehaviour(): ReactNode {
  usePlayback();
  usePageKeys();
  if (!useComparing()) return <LaneAnnouncement />;
  return LANES.map((lane) => (
    <LaneContext key={lane} value={lane}>
      <LaneAnnouncement name={LANE_NAMES[lane]} />
    </LaneContext>
  ));
}

function LaneAnnouncement({ name }: { readonly name?: string }): ReactNode {
  const shown = useShownStep();
  return shown && <Announcement {...shown} {...(name !== undefined && { name })} />;
}
