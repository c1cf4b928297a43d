/** The maps of the example on show at the kept updates, asked for while they are on show and nothing trains. */
import { useContext, useEffect, useRef } from "react";
import type { MapFilm } from "../../engine/results/mapFilm";
import { isSameExample } from "../../engine/show";
import { page } from "../../state/actions/acts";
import { type AppState, laneIn, useApp } from "../../state/store";
import type { LaneId } from "../../workers/protocol";
import { LaneContext, useRun } from "../useLane";

/** Why there are no maps, or that they are here. "kept": the run keeps no earlier weights. */
type FilmState = "shown" | "waiting" | "kept";

/** Names the maps to ask for; null: there are none yet, or the model trains. */
function wantedKey(state: AppState, lane: LaneId): string | null {
  const { run } = laneIn(state, lane);
  if (run.info === null || run.status !== "idle" || run.snapshots.length === 0) return null;
  const { example, choosing } = state.view.show;
  return JSON.stringify([lane, run.info.runId, run.snapshots, example, choosing]);
}

export function useMapFilm(): { readonly film: MapFilm | null; readonly state: FilmState } {
  const lane = useContext(LaneContext);
  const wanted = useApp((state) => wantedKey(state, lane));
  const asked = useRef<string | null>(null);
  useEffect(() => {
    if (wanted === null || asked.current === wanted) return;
    asked.current = wanted;
    page.readMaps(lane);
  }, [wanted, lane]);
  const film = useRun(({ maps }) => maps);
  const example = useApp(({ view }) => view.show.example);
  const isKept = useRun(({ info, snapshots }) => info === null || snapshots.length > 0);
  if (!isKept) return { film: null, state: "kept" };
  const isOfExample = film !== null && isSameExample(film.example, example);
  return { film, state: isOfExample ? "shown" : "waiting" };
}
