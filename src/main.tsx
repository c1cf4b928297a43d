/** The composition root: settings from the link, texts, the shipped trace, the page, and its worker. */
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App } from "./components/App";
import { painted } from "./components/shell/painted";
import { startI18n } from "./i18n/i18n";
import { page as acts } from "./state/actions/acts";
import { setLinkWriter } from "./state/ports/linkPort";
import { LANE } from "./state/slices/lane";
import { receive } from "./state/actions/receiveMessage";
import { connect, initialise, start } from "./state/actions/startup";
import { laneOf, useApp } from "./state/store";
import { changeVisibility } from "./state/effects/pauseWhenHidden";
import { initialiseComputing, nextStart } from "./state/actions/backendChoice";
import { takeLastPairs } from "./state/actions/savedPairs";
import {
  hasSeenOpening,
  readLessonPlace,
  readLessonProgress,
  readPausesHidden,
  readPreferences,
} from "./state/ports/preferences";
import { hasComparison } from "./state/slices/comparisonKeys";
import { hasEdits } from "./state/slices/editKeys";
import { noteLinkedTraining } from "./state/slices/linkedTraining";
import { noteRefused } from "./state/slices/rejectedUrlSettings";
import {
  fetchShippedHistory,
  fetchShippedTrace,
  showBakedHistory,
  showBakedTrace,
} from "./state/effects/bakedTrace";
import { readUrl } from "./state/effects/addressBar";
import { hasRun } from "./storage/runDatabase";
import { claimTab } from "./storage/tab";
import { inFrame } from "./state/effects/inFrame";
import { joinTraining } from "./state/effects/joinTraining";
import { createTrainerClient, startTiming } from "./workers/client";
import type { BackendName } from "./workers/protocol";

/** How long the first picture waits for the shipped trace and for the search for a saved run. */
const FIRST_PICTURE_TIMEOUT_MS = 300;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function startWorker(insisted: BackendName | null, tab: string | null): Promise<void> {
  initialiseComputing(insisted);
  const take = joinTraining(receive, inFrame);
  const client = createTrainerClient({ start: nextStart(null), tab }, take);
  await takeLastPairs(); // while the worker's scripts load
  await takeLinkedEdits();
  await takeLinkedComparison();
  connect(
    (request) => client.send(request),
    (failure) => client.restart(nextStart(failure)),
  );
  start();
  void keepLink();
  void followRoads();
  void followLessons();
  void measureWhenIdle();
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
async function keepLink(): Promise<void> {
  try {
    const { syncUrl } = await import("./state/effects/writtenLink");
    syncUrl(opened);
  } catch {
    setLinkWriter(() => undefined); // the script failed to load
  }
}

/** Puts the edits of the link into the Show. Their script loads only for a link that has some. */
async function takeLinkedEdits(): Promise<void> {
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

/** Plays the opening film when an act wants it; on a first visit the page itself does. */
async function startFilms(isFirstVisit: boolean): Promise<void> {
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

const preferences = readPreferences();
const link = readUrl(location.search, {
  language: preferences.language,
  lesson: readLessonPlace(),
});
initialise(
  link.config,
  { ...preferences, pausesHidden: readPausesHidden(), ...link.view },
  readLessonProgress(),
);
noteRefused(link.refused);
noteLinkedTraining(link.trained);
const opened = useApp.getState(); // what the link names; every later change is for the next link
const { view } = opened;
const { config } = laneOf(LANE);
const root = document.querySelector("#root");
if (!root) throw new Error("main: the page has no #root");

// The page requests everything for the first picture now, before it knows whether it needs all of it.
const texts = startI18n(view.language);
const shippedTrace = fetchShippedTrace(config, view.show);
const tab = claimTab();
// If the tab has a saved run, the picture of the shipped model would only flash.
const isKept = Promise.race([
  tab.then((claimed) => claimed !== null && claimed.isOld && hasRun(claimed.name)),
  wait(FIRST_PICTURE_TIMEOUT_MS).then(() => false),
]);

// A slow trace appears when it arrives, unless the worker was faster.
async function showShippedTrace(): Promise<void> {
  const [trace, kept] = await Promise.all([shippedTrace, isKept]);
  if (trace && !kept) showBakedTrace(trace);
}

// The worker sends the same history a moment later.
async function showShippedHistory(): Promise<void> {
  const history = (await isKept) ? null : await fetchShippedHistory(config);
  if (history) showBakedHistory(history);
}

await Promise.all([texts, Promise.race([showShippedTrace(), wait(FIRST_PICTURE_TIMEOUT_MS)])]);
// Synchronously, so that the next frame contains the whole page.
const page = createRoot(root);
flushSync(() =>
  page.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
document.addEventListener("visibilitychange", () => changeVisibility(document.hidden));

// All further scripts load after the first picture. Some of them import this one, so it waits for none of them.
await painted();
void tab.then((claimed) => startWorker(link.backend, claimed?.name ?? null));
if (view.mode === "learn") void acts.resumeLesson(!link.isScene);
void isKept.then((kept) => startFilms(link.isPlain && !kept));
void showShippedHistory();
