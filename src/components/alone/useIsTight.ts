/** Whether the page of the networks alone stands over a lesson on a narrow screen: what the lesson asks about comes first. */
import { isOnAlone } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { useMedia } from "../useMedia";

export function useIsTight(): boolean {
  const isNarrow = useMedia("(max-width: 899px)");
  return useApp(isOnAlone) && isNarrow;
}
