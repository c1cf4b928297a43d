/** The page: one screen with the rail, the stage, the inspector and the timeline, each in a place of its own. */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "../i18n/useTranslation";
import type { FocusTarget } from "../places";
import { isGuided } from "../state/slices/lesson";
import { student } from "../state/actions/acts";
import { useApp } from "../state/store";
import styles from "./App.module.css";
import { Centre } from "./centre/Centre";
import { placeOf } from "./focusPlace";
import { PairsDialogHost } from "./pairs/PairsDialogHost";
import { ShownNumbers } from "./player/ShownNumbers";
import { TabPanel } from "./primitives/TabStrip";
import { ErrorBoundary } from "./shell/ErrorBoundary";
import { Header } from "./shell/Header";
import { latePart } from "./shell/latePart";
import { Notice } from "./shell/Notice";
import { PanelBar } from "./shell/PanelBar";
import { useDocument } from "./shell/useDocument";
import { TakeAwayHost } from "./takeAway/TakeAwayHost";
import { useComparing } from "./useComparing";
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

const Embedded = latePart(async () => (await import("./embed/Embedded")).Embedded);
const LinkNotice = latePart(async () => (await import("./shell/LinkNotice")).LinkNotice);
const Status = latePart(async () => (await import("./shell/Status")).Status);

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
  const mode = useApp(({ view }) => view.mode);
  const Rail = useApp(isGuided) ? Lesson : RAILS[mode];
  const panel = useApp(({ view }) => view.panel);
  const isComparing = useComparing();
  return (
    <div className={styles.page}>
      <SkipLinks />
      <Header />
      <main className={styles.workspace} data-mode={mode} data-panel={panel}>
        <div className={styles.notices}>
          <Notice />
          <Part>
            <LinkNotice />
            <Status />
          </Part>
        </div>
        {/* Reading follows this order: the picture, what it means, how it came to be, what to do with it. */}
        <ShownNumbers>
          <div className={styles.centre}>
            <Part>
              <Centre />
            </Part>
          </div>
          <div className={styles.inspector}>
            <Part>{isComparing ? <InspectedLane /> : <Inspector />}</Part>
          </div>
        </ShownNumbers>
        <div id={"training" satisfies FocusTarget} className={styles.timeline} tabIndex={-1}>
          <Part>
            <Timeline />
          </Part>
        </div>
        <div id={"rail" satisfies FocusTarget} className={styles.rail} tabIndex={-1}>
          <TabPanel group="mode" value={mode} className={styles.mode}>
            <Part key={mode}>
              <Rail />
            </Part>
          </TabPanel>
        </div>
        <div className={styles.foot}>
          <Part>
            <TimelineBar />
          </Part>
          <PanelBar />
        </div>
      </main>
      <PairsDialogHost />
      <TakeAwayHost />
    </div>
  );
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
  const places = ["stage", "training", "rail"] as const satisfies readonly FocusTarget[];
  return places.slice(hasStage ? 0 : 1).map((place) => (
    <a key={place} className={styles.skip} href={`#${place}`} onClick={() => openClosed(place)}>
      {t(`skip.${place}`)}
    </a>
  ));
}
