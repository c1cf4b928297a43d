/** The page: one screen with the rail, the stage, the inspector and the timeline, each in a place of its own. */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "../i18n/useTranslation";
import type { FocusTarget } from "../places";
import type { Hideable } from "../state/slices/classroom";
import { isAwaitingAlone, isGuided, isOnAlone } from "../state/slices/lesson";
import type { Mode, Panel } from "../state/slices/view";
import { student } from "../state/actions/acts";
import { useApp } from "../state/store";
import styles from "./App.module.css";
import { Centre } from "./centre/Centre";
import { placeOf } from "./focusPlace";
import { ShownNumbers } from "./player/ShownNumbers";
import { TabPanel } from "./primitives/TabStrip";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Header } from "./shell/Header";
import { latePart } from "./shell/latePart";
import { Notice } from "./shell/Notice";
import { PanelBar } from "./shell/PanelBar";
import { useDocument } from "./shell/useDocument";
import { useComparing } from "./useComparing";
import { useHides } from "./useHides";
import "./print.css";
import "./theme.css";

// These parts are beside the map or speak of it, so the map does not wait for them.
const Inspector = latePart(async () => (await import("./inspector/Inspector")).Inspector);
const Timeline = latePart(async () => (await import("./timeline/Timeline")).Timeline);
const TimelineBar = latePart(async () => (await import("./timeline/TimelineBar")).TimelineBar);
const RailTabs = latePart(async () => (await import("./setup/RailTabs")).RailTabs);
const Lesson = latePart(async () => (await import("./lesson/Lesson")).Lesson);
const CompareRail = latePart(async () => (await import("./compare/CompareRail")).CompareRail);
const InspectedLane = latePart(async () => (await import("./compare/InspectedLane")).InspectedLane);

const Presenter = latePart(async () => (await import("./present/Presenter")).Presenter);
const Embedded = latePart(async () => (await import("./embed/Embedded")).Embedded);
const LateNotices = latePart(async () => (await import("./shell/LateNotices")).LateNotices);
const Dialogs = latePart(async () => (await import("./shell/Dialogs")).Dialogs);

/** The place of a panel in the list of those that a link can hide. */
const PLACE_OF = {
  rail: "rail",
  inspect: "inspector",
  train: "timeline",
  none: "rail",
} as const satisfies Record<Panel, Hideable>;

/** What stands in the rail, by mode. */
const RAILS = { learn: Lesson, lab: RailTabs, compare: CompareRail } as const;

export function App() {
  useDocument();
  const isEmbedded = useApp(({ view }) => view.embedded);
  if (!isEmbedded) return <WholePage />;
  return (
    <Part>
      <Embedded />
    </Part>
  );
}

function WholePage() {
  const isPresenting = useApp(({ view }) => view.isPresenting);
  return (
    <div className={styles.page}>
      <SkipLinks />
      {!isPresenting && <Header />}
      <Part>
        <Presenter />
      </Part>
      <Workspace isPresenting={isPresenting} />
      <Part>
        <Dialogs />
      </Part>
    </div>
  );
}

function Workspace({ isPresenting }: { readonly isPresenting: boolean }) {
  const mode = useApp(({ view }) => view.mode);
  const panel = useApp(({ view }) => view.panel);
  const hidden = useApp(({ view }) => view.hidden);
  const isWaiting = useApp(isAwaitingAlone);
  return (
    <main
      className={styles.workspace}
      data-mode={mode}
      data-panel={hidden.includes(PLACE_OF[panel]) ? "none" : panel}
      data-without={hidden.join(" ")}
      data-presenting={isPresenting || undefined}
      data-waiting={isWaiting || undefined}
    >
      <div className={styles.notices}>
        <Notice />
        <Part>
          <LateNotices />
        </Part>
      </div>
      {/* Reading follows this order: the picture, what it means, how it came to be, what to do with it. */}
      <Pictures />
      <Unless hides="timeline">
        <div id={"training" satisfies FocusTarget} className={styles.timeline} tabIndex={-1}>
          <Part>
            <Timeline />
          </Part>
        </div>
      </Unless>
      <Unless hides="rail">
        <RailOf mode={mode} />
      </Unless>
      <div className={styles.foot}>
        <Unless hides="timeline">
          <Part>
            <TimelineBar />
          </Part>
        </Unless>
        <PanelBar />
      </div>
    </main>
  );
}

/** The centre, and the inspector of what it shows. */
function Pictures() {
  const isComparing = useComparing();
  return (
    <ShownNumbers>
      <div className={styles.centre}>
        <Part>
          <Centre />
        </Part>
      </div>
      <Unless hides="inspector">
        <div className={styles.inspector}>
          <Part>{isComparing ? <InspectedLane /> : <Inspector />}</Part>
        </div>
      </Unless>
    </ShownNumbers>
  );
}

function RailOf({ mode }: { readonly mode: Mode }) {
  const { t } = useTranslation("app");
  const Rail = useApp(isGuided) ? Lesson : RAILS[mode];
  if (useApp(isOnAlone)) return null; // the lesson stands beside the networks alone, and this rail is out of sight
  return (
    <div id={"rail" satisfies FocusTarget} className={styles.rail} tabIndex={-1}>
      <TabPanel group="mode" value={mode} label={t(`mode.${mode}`)} className={styles.mode}>
        {/* A lesson stays where its scene changes the mode. */}
        <Part key={Rail === Lesson ? "lesson" : mode}>
          <Rail />
        </Part>
      </TabPanel>
    </div>
  );
}

/** A part that the page's link can leave out. */
function Unless({ hides, children }: { readonly hides: Hideable; readonly children: ReactNode }) {
  return useHides(hides) ? null : children;
}

/** A part of the page that can fail or load late without the others. */
function Part({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}

/** The panel with the target of a skip link. The stage is in none. */
const PANELS = { training: "train", rail: "rail" } as const;

/** Opens the panel of a target that is not on show, before the browser moves the focus to it. */
function openClosed(place: "stage" | keyof typeof PANELS): void {
  const isClosed = placeOf(place)?.getClientRects().length === 0;
  if (place !== "stage" && isClosed) student.openPanel(PANELS[place]);
}

function SkipLinks() {
  const { t } = useTranslation("app");
  const hasStage = useApp(({ view }) => view.centre === "network");
  const hidden = useApp(({ view }) => view.hidden);
  const places = ["stage", "training", "rail"] as const satisfies readonly FocusTarget[];
  const isHidden = {
    stage: !hasStage,
    training: hidden.includes("timeline"),
    rail: hidden.includes("rail"),
  };
  return places
    .filter((place) => !isHidden[place])
    .map((place) => (
      <a key={place} className={styles.skip} href={`#${place}`} onClick={() => openClosed(place)}>
        {t(`skip.${place}`)}
      </a>
    ));
}
