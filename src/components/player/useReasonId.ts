/** The id of the text that says why the decoder has no truth as input; one for each lane. */
import { useContext } from "react";
import { LaneContext } from "../useLane";

export function useReasonId(): string {
  return `forcing-reason-${useContext(LaneContext)}`;
}
