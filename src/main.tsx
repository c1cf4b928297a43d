/** The composition root: settings from the link, texts, the shipped trace, the page, and the worker behind it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./components/App";
import { BAKED_EXAMPLE, bakedName, type BakedEntry } from "./engine/baked";
import { readTrace } from "./engine/traceCodec";
import { startI18n } from "./i18n/i18n";
import {
  connect,
  initialise,
  receive,
  showBakedHistory,
  showBakedTrace,
  useApp,
} from "./state/app";
import { initialiseComputing, nextStart, noteCommand } from "./state/computing";
import { takeLastPairs } from "./state/keptPairs";
import { startWithPairs } from "./state/ownPairs";
import { changeVisibility } from "./state/away";
import { readPausesHidden, readPreferences } from "./state/preferences";
import { readUrl, syncUrl, type UrlState } from "./state/url";
import { hasRun } from "./storage/runs";
import { claimTab } from "./storage/tab";
import type { BackendName } from "./workers/protocol";
import { createTrainerClient, startTiming } from "./workers/client";

/** The name of the model that was shipped for this set-up and its first example; null where the worker must compute. */
function shippedName({ config, view }: UrlState): string | null {
  const { example = BAKED_EXAMPLE, teacherForcing = false } = view;
  const isShipped =
    example.kind === "heldOut" && example.index === BAKED_EXAMPLE.index && !teacherForcing;
  return isShipped ? bakedName(config) : null;
}

/** Puts the shipped trace on the stage. Without it the stage waits for the worker. */
async function showShippedTrace(name: string | null): Promise<void> {
  if (name === null) return;
  try {
    const response = await fetch(`data/${name}.trace.json`);
    if (response.ok) showBakedTrace(readTrace(await response.text()), BAKED_EXAMPLE);
  } catch {
    // the worker will say what is missing, and decode with what there is
  }
}

/** How long the page waits for that trace before it shows itself without. */
const TRACE_MS = 300;

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Draws how the shipped model learned. Nothing waits for it: the worker tells the same a moment later. */
async function showShippedHistory(name: string | null): Promise<void> {
  if (name === null) return;
  try {
    const response = await fetch("data/manifest.json");
    if (!response.ok) return;
    const entries = (await response.json()) as readonly BakedEntry[];
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry) showBakedHistory(entry);
  } catch {
    // as above
  }
}

async function startWorker(insisted: BackendName | null, tab: string | null): Promise<void> {
  initialiseComputing(insisted);
  const client = createTrainerClient({ start: nextStart(null), tab }, receive);
  await takeLastPairs(); // while the worker's scripts load
  connect(
    (command) => {
      noteCommand(command);
      client.send(command);
    },
    (failure) => client.restart(nextStart(failure)),
  );
  startWithPairs();
  syncUrl();
  void measureWhenIdle();
}

/** Has the backends timed in idle time. The page works without. */
async function measureWhenIdle(): Promise<void> {
  try {
    const { keepMeasured } = await import("./state/measuring");
    const { isWelcome, onSeen, whenIdle } = await import("./state/idle");
    keepMeasured({ startTiming, isWelcome, onSeen, whenIdle });
  } catch {
    // it was not to be had; the worker chooses as it can
  }
}

const link = readUrl(location.search);
initialise(link.config, {
  ...readPreferences(),
  pausesHidden: readPausesHidden(),
  ...link.view,
});
const tab = claimTab();
const root = document.querySelector("#root");
if (!root) throw new Error("main: the page has no #root");
// Where a run is kept, the picture of another model would only flash by.
const isKept = tab.then((claimed) => claimed?.isOld && hasRun(claimed.name));
const shipped = (await Promise.race([isKept, wait(TRACE_MS)])) ? null : shippedName(link);
void showShippedHistory(shipped);
// A trace that is long in coming is shown when it comes, unless the worker was faster.
await Promise.all([
  startI18n(useApp.getState().view.language),
  Promise.race([showShippedTrace(shipped), wait(TRACE_MS)]),
]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
document.addEventListener("visibilitychange", () => changeVisibility(document.hidden));
// The picture first: the worker's scripts wait until it has been painted.
requestAnimationFrame(() =>
  setTimeout(() => void tab.then((claimed) => startWorker(link.backend, claimed?.name ?? null))),
);
