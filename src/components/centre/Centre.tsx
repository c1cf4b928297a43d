/** The centre of the page: the network, its full evaluation, or the tree of the beam search on show. */
import { Suspense, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import type { Centre as Part } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { Stage } from "../player/Stage";
import { TabPanel, TabStrip } from "../primitives/TabStrip";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { MapNote } from "../timeline/MapNote";
import { useComparing } from "../useComparing";
import { useLane } from "../useLane";
import styles from "./Centre.module.css";
import { ShownBeam } from "./ShownBeam";

const Evaluation = latePart(async () => (await import("../evaluation/Evaluation")).Evaluation);

const DrawnSwitch = latePart(async () => (await import("./DrawnSwitch")).DrawnSwitch);
const ComparedHead = latePart(async () => (await import("../compare/ComparedHead")).ComparedHead);
const ComparedStage = latePart(
  async () => (await import("../compare/ComparedStage")).ComparedStage,
);
const ComparedResults = latePart(
  async () => (await import("../compare/ComparedResults")).ComparedResults,
);
const EditRegion = latePart(async () => (await import("../edits/EditRegion")).EditRegion);

const GROUP = "centre";

export function Centre() {
  const { t } = useTranslation("app");
  const isComparing = useComparing();
  const hasBeam = useLane(({ run }) => run.trace?.decoding.kind === "beam") && !isComparing;
  const wanted = useApp(({ view }) => view.centre);
  const shown = wanted === "beam" && !hasBeam ? "network" : wanted;
  const parts: readonly Part[] = hasBeam ? ["network", "results", "beam"] : ["network", "results"];
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
        <MapNote />
        <Late>
          {shown === "network" && (
            <>
              <DrawnSwitch />
              <EditRegion />
            </>
          )}
          {isComparing && <ComparedHead />}
        </Late>
      </div>
      {shown === "network" && (
        <TabPanel group={GROUP} value="network" className={styles.panel}>
          {isComparing ? (
            <Late>
              <ComparedStage />
            </Late>
          ) : (
            <Stage />
          )}
        </TabPanel>
      )}
      {shown === "results" && (
        <TabPanel group={GROUP} value="results" className={styles.scrolling} place="results">
          <Late>{isComparing ? <ComparedResults /> : <Evaluation />}</Late>
        </TabPanel>
      )}
      {shown === "beam" && (
        <TabPanel group={GROUP} value="beam" className={styles.scrolling}>
          <ShownBeam />
        </TabPanel>
      )}
    </div>
  );
}

/** A part that loads after the first picture, or fails to. */
function Late({ children }: { readonly children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}
