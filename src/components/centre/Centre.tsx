/**
 * The centre of the page: the network, its full evaluation, the next batch, or the tree of the beam search on show; in
 * place of them what the student looks up.
 */
import { type ReactNode, Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Place } from "../../places";
import { student } from "../../state/actions/acts";
import type { Centre as Part } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Stage } from "../player/Stage";
import { TabPanel, TabStrip } from "../primitives/TabStrip";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { MapNote } from "../timeline/MapNote";
import { useIsWalking } from "../useIsWalking";
import { useLane } from "../useLane";
import styles from "./Centre.module.css";
import { ShownBeam } from "./ShownBeam";

const Evaluation = latePart(async () => (await import("../evaluation/Evaluation")).Evaluation);

const ShownBatch = latePart(async () => (await import("./ShownBatch")).ShownBatch);
const Slowly = latePart(async () => (await import("../slowly/Slowly")).Slowly);
const DrawnSwitch = latePart(async () => (await import("./DrawnSwitch")).DrawnSwitch);
const Reading = latePart(async () => (await import("../reading/Reading")).Reading);
const EditRegion = latePart(async () => (await import("../edits/EditRegion")).EditRegion);

const GROUP = "centre";

/** What stands in place of the network. */
const PANELS: Readonly<
  Record<Exclude<Part, "network">, { Content: (props: object) => ReactNode; place?: Place }>
> = {
  results: { Content: Evaluation, place: "results" },
  batch: { Content: ShownBatch, place: "batch" },
  beam: { Content: ShownBeam },
};

export function Centre() {
  const isReading = useApp(({ view }) => view.reading !== null);
  if (!isReading) return <Pictures />;
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Reading />
      </Suspense>
    </ErrorBoundary>
  );
}

function Pictures(): ReactNode {
  const { t } = useTranslation("app");
  const hasBeam = useLane(({ run }) => run.trace?.decoding.kind === "beam");
  const wanted = useApp(({ view }) => view.centre);
  const isWalking = useIsWalking();
  const shown = wanted === "beam" && !hasBeam ? "network" : wanted;
  const parts: readonly Part[] = [
    "network",
    "results",
    "batch",
    ...(hasBeam ? ["beam" as const] : []),
  ];
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
        {(shown === "network" || shown === "beam") && <MapNote />}
        {shown === "network" && !isWalking && (
          <ErrorBoundary>
            <Suspense fallback={null}>
              <DrawnSwitch />
              <EditRegion />
            </Suspense>
          </ErrorBoundary>
        )}
      </div>
      <Panel shown={shown} />
    </div>
  );
}

/** The part that the chosen tab shows. */
function Panel({ shown }: { readonly shown: Part }): ReactNode {
  const isWalking = useIsWalking();
  if (shown === "network")
    return (
      <TabPanel group={GROUP} value="network" className={styles.panel}>
        {isWalking ? (
          <ErrorBoundary>
            <Suspense fallback={null}>
              <Slowly />
            </Suspense>
          </ErrorBoundary>
        ) : (
          <Stage />
        )}
      </TabPanel>
    );
  const { Content, place } = PANELS[shown];
  return (
    <TabPanel group={GROUP} value={shown} className={styles.scrolling} place={place}>
      <ErrorBoundary>
        <Suspense fallback={null}>
          <Content />
        </Suspense>
      </ErrorBoundary>
    </TabPanel>
  );
}
