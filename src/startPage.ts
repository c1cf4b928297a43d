/** What starts after the first picture: the acts, the worker, the link, the opening film, the timing of backends. */
import { receive, receiveTogether } from "./state/actions/receiveMessage";
import { initialiseComputing, nextStart } from "./state/actions/backendChoice";
import { loadActs, page as acts } from "./state/actions/acts";
import { takeLastPairs } from "./state/actions/savedPairs";
import { connect, start } from "./state/actions/startup";
import { inFrame } from "./state/effects/inFrame";
import { joinTraining } from "./state/effects/joinTraining";
import { changeVisibility } from "./state/effects/pauseWhenHidden";
import { setAloneStarter } from "./state/ports/alonePort";
import { setTraceStarter } from "./state/ports/tracePort";
import { setLinkWriter } from "./state/ports/linkPort";
import { hasSeenOpening } from "./state/ports/preferences";
import { hasComparison } from "./state/slices/comparisonKeys";
import { hasEdits } from "./state/slices/editKeys";
import { type AppState, useApp } from "./state/store";
import { threadsFor } from "./engine/threadCount";
import { trustOwnScripts } from "./trustedScripts";
import { createTrainerClient, startTiming } from "./workers/client";
import type { BackendName } from "./workers/protocol";

/** What the opening page knows for it. */
export interface Opening {
  /** What the link named when the page opened. */
  readonly opened: AppState;
  /** The backend that the link insists on. */
  readonly insisted: BackendName | null;
  /** The tab's name in storage; null where the browser stores nothing. */
  readonly tab: string | null;
  /** Whether a first visit may begin with the opening film. */
  readonly isFirstVisit: boolean;
  /**
   * The lesson to go on with; null: none. `isScene`: the link leaves it to the lesson what stands on the stage.
   * `hasSavedRun`: this tab has a run of its own.
   */
  readonly lesson: { readonly isScene: boolean; readonly hasSavedRun: boolean } | null;
}

/** Starts the worker, and everything else that waits for the first picture. */
export async function startPage({ opened, insisted, tab, ...rest }: Opening): Promise<void> {
  trustOwnScripts();
  setTraceStarter((hear) => {
    const other = createTrainerClient({ start: { asked: null, skip: [] }, tab: null }, hear);
    return (request) => other.send(request);
  });
  setAloneStarter(
    async (hear) => (await import("./workers/aloneClient")).startAlone(tab, hear).send,
  );
  await loadActs();
  document.addEventListener("visibilitychange", () => changeVisibility(document.hidden));
  const { lesson } = rest;
  const hasOwnScene = lesson?.isScene === false || linkedAlone() !== null;
  if (lesson) void acts.resumeLesson(hasOwnScene, lesson.hasSavedRun);
  void startFilms(rest.isFirstVisit);
  initialiseComputing(insisted);
  const take = joinTraining({ one: receive, together: receiveTogether }, inFrame);
  const client = createTrainerClient({ start: nextStart(null), tab }, take);
  await takeLastPairs(); // while the worker's scripts load
  await takeLinkedEdits(opened);
  await takeLinkedComparison();
  connect(
    (request) => client.send(request),
    (failure) => client.restart(nextStart(failure)),
  );
  start();
  openLinkedAlone();
  void keepLink(opened);
  void followRoads();
  void followLessons();
  void measureWhenIdle();
  void keepFiles();
}

/** Keeps the gradients of the stage up to date. Without this script, the stage says that it waits for them. */
async function followRoads(): Promise<void> {
  try {
    const { keepRoads } = await import("./state/effects/gradientRoads");
    keepRoads();
  } catch {
    // the script failed to load
  }
}

/** Keeps the scene of a lesson that the student leaves. Without this script, the lesson finds the stage as it is. */
async function followLessons(): Promise<void> {
  try {
    const { keepScene } = await import("./state/effects/keepScene");
    keepScene();
  } catch {
    // the script failed to load
  }
}

/** Keeps the address bar up to date. Without this script, the page works and its link stays that of its opening. */
async function keepLink(opened: AppState): Promise<void> {
  try {
    const { syncUrl } = await import("./state/effects/writtenLink");
    syncUrl(opened);
  } catch {
    setLinkWriter(() => undefined); // the script failed to load
  }
}

/** What the link names on the page of the networks that only read or only write; null: nothing. */
const linkedAlone = (): string | null => new URLSearchParams(location.search).get("alone");

/** Opens the page of the networks that only read or only write, where the link names it. */
function openLinkedAlone(): void {
  const place = linkedAlone();
  if (place) acts.openAlone(place);
}

/** Puts the edits of the link into the Show. Their script loads only for a link that has some. */
async function takeLinkedEdits({ view }: AppState): Promise<void> {
  const query = new URLSearchParams(location.search);
  if (!hasEdits(query)) return;
  try {
    const { openLinkedEdits } = await import("./state/effects/openLinkedEdits");
    openLinkedEdits(query, view.show.example);
  } catch {
    // the script failed to load; the page shows the decode without edits
  }
}

/** Opens lane B where the link compares two models. */
async function takeLinkedComparison(): Promise<void> {
  const query = new URLSearchParams(location.search);
  if (!hasComparison(query)) return;
  try {
    const { openLinkedComparison } = await import("./state/effects/openLinkedComparison");
    openLinkedComparison(query);
  } catch {
    // the script failed to load; the page shows one model
  }
}

/** Calls back after a time; returns a function that cancels it. */
function after(milliseconds: number, run: () => void): () => void {
  const timer = setTimeout(run, milliseconds);
  return () => clearTimeout(timer);
}

/** Without these scripts the page plays no film, and offers none. */
async function startFilms(isFirstVisit: boolean): Promise<void> {
  try {
    await followFilms(isFirstVisit);
  } catch {
    useApp.setState({ film: "missing" }); // a script failed to load
  }
}

/** Plays the opening film when an act wants it; on a first visit the page itself does. */
async function followFilms(isFirstVisit: boolean): Promise<void> {
  const { runFilms } = await import("./state/effects/film");
  const { fetchShippedFilm } = await import("./state/effects/shippedFilm");
  runFilms({ load: fetchShippedFilm, after });
  const { isWelcome } = await import("./state/effects/whenIdle");
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  if (isFirstVisit && isWelcome() && !isStill && !hasSeenOpening()) acts.playOpening();
}

/** Times the backends in idle time. The page also works without times. */
async function measureWhenIdle(): Promise<void> {
  try {
    const { keepMeasured } = await import("./state/effects/benchmarkBackends");
    const { isWelcome, onVisibilityChange, whenIdle } = await import("./state/effects/whenIdle");
    keepMeasured({ startTiming, isWelcome, onVisibilityChange, whenIdle });
  } catch {
    // the script failed to load; the worker chooses a backend without times
  }
}

/** Keeps the page's files on this device in idle time. Without this script, the page needs its network. */
async function keepFiles(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  try {
    const { keepOffline } = await import("./state/effects/offline");
    const { isWelcome, whenIdle } = await import("./state/effects/whenIdle");
    const lacksIsolation =
      !crossOriginIsolated && threadsFor(navigator.hardwareConcurrency) !== null;
    const ports = {
      container: navigator.serviceWorker,
      reload: () => location.reload(),
      lacksIsolation,
    };
    if (isWelcome()) whenIdle(() => void keepOffline(ports));
  } catch {
    // the script failed to load
  }
}
