/**
 * The centre of the page: the network, its full evaluation, the next batch, or the tree of the beam search on show; in
 * place of them what the student looks up.
 */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Place } from "../../places";
import { student } from "../../state/actions/acts";
import { type Centre as Part, CENTRES } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Stage } from "../player/Stage";
import { TabPanel, TabStrip } from "../primitives/TabStrip";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { useComparing } from "../useComparing";
import { useHasTransformer } from "../useHasTransformer";
import { useHides } from "../useHides";
import { useIsWalking } from "../useIsWalking";
import { useLane } from "../useLane";
import styles from "./Centre.module.css";

const Evaluation = latePart(async () => (await import("../evaluation/Evaluation")).Evaluation);

const ShownBeam = latePart(async () => (await import("./ShownBeam")).ShownBeam);
const ShownBatch = latePart(async () => (await import("./ShownBatch")).ShownBatch);
const Slowly = latePart(async () => (await import("../slowly/Slowly")).Slowly);
const MapNote = latePart(async () => (await import("../timeline/MapNote")).MapNote);
const DrawnSwitch = latePart(async () => (await import("./DrawnSwitch")).DrawnSwitch);
const ComparedHead = latePart(async () => (await import("../compare/ComparedHead")).ComparedHead);
const ComparedPart = latePart<{ readonly part: Part }>(
  async () => (await import("../compare/ComparedPart")).ComparedPart,
);
const Reading = latePart(async () => (await import("../reading/Reading")).Reading);
const EditRegion = latePart(async () => (await import("../edits/EditRegion")).EditRegion);

const GROUP = "centre";

interface Shown {
  readonly Content: (props: object) => ReactNode;
  readonly place?: Place;
}

/** What each tab shows. */
const PANELS: Readonly<Record<Part, Shown>> = {
  network: { Content: Stage },
  results: { Content: Evaluation, place: "results" },
  batch: { Content: ShownBatch, place: "batch" },
  beam: { Content: ShownBeam },
};

export function Centre() {
  const isReading = useApp(({ view }) => view.reading !== null);
  const isLookedUp = useApp(({ acts }) => acts.some(({ name }) => name === "lookUp"));
  if (!isReading) return <Pictures />;
  return (
    <ErrorBoundary takesFocus={isLookedUp}>
      <Suspense fallback={null}>
        <Reading />
      </Suspense>
    </ErrorBoundary>
  );
}

function Pictures(): ReactNode {
  const { t } = useTranslation("app");
  const isComparing = useComparing();
  const hasBeam = useLane(({ run }) => run.trace?.decoding.kind === "beam");
  const wanted = useApp(({ view }) => view.centre);
  const isWalking = useIsWalking();
  const isTransformer = useHasTransformer();
  const hidesResults = useHides("results");
  const parts: readonly Part[] = CENTRES.filter(
    (part) =>
      !(part === "beam" && !hasBeam) &&
      !(part === "results" && hidesResults) &&
      !(part === "batch" && isTransformer),
  );
  const shown = parts.includes(wanted) ? wanted : "network";
  return (
    <div className={styles.centre}>
      <div className={styles.head}>
        <TabStrip
          group={GROUP}
          label={t("centre.label")}
          tabs={parts.map((value) => ({ value, label: t(`centre.${value}`) }))}
          value={shown}
          onChange={student.showCentre}
          className={styles.tabs}
          tabClassName={styles.tab}
        />
        <Late>
          {(shown === "network" || shown === "beam") && <MapNote />}
          {shown === "network" && !isWalking && (
            <>
              <DrawnSwitch />
              {!isTransformer && <EditRegion />}
            </>
          )}
          {isComparing && <ComparedHead />}
        </Late>
      </div>
      <Panel shown={shown} />
    </div>
  );
}

/** The part that the chosen tab shows. */
function Panel({ shown }: { readonly shown: Part }): ReactNode {
  const isComparing = useComparing();
  const isWalking = useIsWalking() && shown === "network";
  const { Content, place } = PANELS[shown];
  const className = shown === "network" ? styles.panel : styles.scrolling;
  return (
    <TabPanel group={GROUP} value={shown} className={className} place={place}>
      {/* Under one key React would keep the part before, hidden, until the next one has loaded. */}
      <Late key={isWalking ? "slowly" : shown}>
        {isWalking ? <Slowly /> : isComparing ? <ComparedPart part={shown} /> : <Content />}
      </Late>
    </TabPanel>
  );
}

/** A part that loads after the first picture, or fails to. */
function Late({ children }: { readonly children: ReactNode }): ReactNode {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}
