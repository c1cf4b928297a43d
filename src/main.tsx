/** The composition root: settings from the link, texts, the shipped trace, and the page. All else is `startPage.ts`. */
import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { App } from "./components/App";
import { painted } from "./components/shell/painted";
import { startI18n } from "./i18n/i18n";
import { LANE } from "./state/slices/lane";
import { initialise } from "./state/actions/initialise";
import { laneOf, setRun, useApp } from "./state/store";
import {
  readLessonPlace,
  readLessonProgress,
  readPausesHidden,
  readPreferences,
} from "./state/ports/preferences";
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

/** How long the first picture waits for the shipped trace and for the search for a saved run. */
const FIRST_PICTURE_TIMEOUT_MS = 300;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
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

async function startRest(): Promise<void> {
  try {
    const script = import("./startPage");
    const [{ startPage }, claimed, kept] = await Promise.all([script, tab, isKept]);
    await startPage({
      opened,
      insisted: link.backend,
      tab: claimed?.name ?? null,
      isFirstVisit: link.isPlain && !kept,
      lesson: view.mode === "learn" ? { isScene: link.isScene, hasSavedRun: kept } : null,
    });
  } catch (error) {
    setRun(LANE, { status: "failed", failure: { kind: "scriptsMissing", detail: String(error) } });
  }
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
// All further scripts load after the first picture. Some of them import this one, so it waits for none of them.
await painted();
void startRest();
void showShippedHistory();
