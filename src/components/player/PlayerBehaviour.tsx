/** What the player does without a place on the page: playback, the page's keys, and the announcement. */
import type { ReactNode } from "react";
import { useShownStep } from "../useShownStep";
import { Announcement } from "./Announcement";
import { usePageKeys } from "./pageKeys";
import { usePlayback } from "./usePlayback";

export function PlayerBehaviour(): ReactNode {
  usePlayback();
  usePageKeys();
  const shown = useShownStep();
  return shown && <Announcement {...shown} />;
}
