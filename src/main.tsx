/** The composition root: settings from the link, texts, the shipped trace, the page, and the worker behind it. */
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./components/App";
import { BAKED_EXAMPLE, bakedName } from "./engine/baked";
import { readTrace } from "./engine/traceCodec";
import { startI18n } from "./i18n/i18n";
import { connect, initialise, receive, showBakedTrace, start, useApp } from "./state/app";
import { readPreferences } from "./state/preferences";
import { readUrl, syncUrl, type UrlState } from "./state/url";
import type { BackendName, Failure } from "./workers/protocol";
import { createTrainerClient } from "./workers/client";

/** Puts the trace that was shipped for this set-up on the stage. Without it the stage waits for the worker. */
async function showShippedTrace({ config, view }: UrlState): Promise<void> {
  const name = bakedName(config);
  const { example = BAKED_EXAMPLE, teacherForcing = false } = view;
  const isShipped =
    example.kind === "heldOut" && example.index === BAKED_EXAMPLE.index && !teacherForcing;
  if (name === null || !isShipped) return;
  try {
    const response = await fetch(`data/${name}.trace.json`);
    if (response.ok) showBakedTrace(readTrace(await response.text()), BAKED_EXAMPLE);
  } catch {
    // the worker will say what is missing, and decode with what there is
  }
}

function startWorker(asked: BackendName | null): void {
  const client = createTrainerClient(asked, receive);
  const lost = new Set<BackendName>();
  connect(
    (command) => client.send(command),
    (failure: Failure | null) => {
      if (failure?.kind === "backendLost") lost.add(failure.name);
      client.restart([...lost]);
    },
  );
  start();
  syncUrl();
}

const link = readUrl(location.search);
initialise(link.config, { ...readPreferences(), ...link.view });
const root = document.querySelector("#root");
if (!root) throw new Error("main: the page has no #root");
await Promise.all([startI18n(useApp.getState().view.language), showShippedTrace(link)]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// The picture first: the worker's scripts wait until it has been painted.
requestAnimationFrame(() => setTimeout(() => startWorker(link.backend)));
