/** The page of the networks that only read or only write, in place of the workspace of the whole network. */
import { type ReactNode, type RefObject, Suspense, useEffect, useRef } from "react";
import type { AloneKind } from "../../engine/alone/aloneConfig";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { hasOpenedAlone } from "../../state/slices/actLog";
import { isOnAlone } from "../../state/slices/lesson";
import { useApp } from "../../state/store";
import { focusPlace } from "../focusPlace";
import { Lesson } from "../lesson/Lesson";
import { Button } from "../primitives/Button";
import { TabPanel, TabStrip } from "../primitives/TabStrip";
import { useHides } from "../useHides";
import styles from "./Alone.module.css";
import { AloneSettings } from "./AloneSettings";
import { AloneTraining } from "./AloneTraining";
import { ReadStage } from "./ReadStage";
import { Results } from "./Results";
import { useResultsPlace } from "./useAsked";
import { useAloneDownload } from "./useAloneDownload";
import { useAloneTexts } from "./useAloneTexts";
import { useFolded } from "./useFolded";
import { WriteStage } from "./WriteStage";

const KINDS = ["classifier", "generator"] as const satisfies readonly AloneKind[];
const GROUP = "alone";

function leave(): void {
  student.openAlone(null);
  requestAnimationFrame(() => focusPlace("stage")); // after the page has drawn it
}

export function Alone(): ReactNode {
  const hasLesson = useApp(isOnAlone);
  const mode = useApp(({ view }) => view.mode);
  useAloneDownload();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    student.enterAlone();
    // Not when the page opens with it. The pressed button is out of sight already.
    const isOpened = hasOpenedAlone(useApp.getState());
    const isDocked = isOnAlone(useApp.getState()); // the lesson keeps the focus
    if (isOpened && !isDocked) heading.current?.focus();
  }, []);
  return (
    <main className={styles.page}>
      <div className={hasLesson ? styles.besideLesson : styles.whole}>
        <div className={styles.frame}>
          <Head heading={heading} />
          <Failure />
          <Columns />
        </div>
        {hasLesson && (
          <TabPanel group="mode" value={mode} className={styles.lesson}>
            <Suspense fallback={null}>
              <Lesson />
            </Suspense>
          </TabPanel>
        )}
      </div>
    </main>
  );
}

function Head({ heading }: { readonly heading: RefObject<HTMLHeadingElement | null> }): ReactNode {
  const { t } = useAloneTexts();
  const config = useAlone(({ wish }) => wish.config);
  return (
    <div className={styles.head}>
      <div>
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {t("title")}
        </h2>
        <p className={styles.lead}>{t("lead")}</p>
      </div>
      <TabStrip
        group={GROUP}
        label={t("label")}
        tabs={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        value={config.alone}
        onChange={(alone) => student.changeAlone({ config: { ...config, alone } })}
        className={styles.tabs}
        tabClassName={styles.tab}
      />
      <Button className={styles.close} onClick={leave}>
        {t("close")}
      </Button>
    </div>
  );
}

function Columns(): ReactNode {
  const { t } = useAloneTexts();
  const kind = useAlone(({ wish }) => wish.config.alone);
  const place = useResultsPlace();
  const results = useHides("results") ? null : place;
  const folded = useFolded();
  return (
    <div className={styles.columns}>
      {!folded.includes("rail") && (
        <section className={styles.card} aria-label={t("settings")}>
          <AloneSettings />
        </section>
      )}
      <TabPanel group={GROUP} value={kind} className={styles.stage}>
        {results !== null && results !== "below" && <Results isCovered={results === "covered"} />}
        {kind === "classifier" ? <ReadStage /> : <WriteStage />}
        {results === "below" && <Results isCovered={false} />}
      </TabPanel>
      {!folded.includes("timeline") && (
        <section className={styles.card} aria-label={t("training.label")}>
          <AloneTraining />
        </section>
      )}
    </div>
  );
}

function Failure(): ReactNode {
  const { t } = useAloneTexts();
  const failure = useAlone((state) => state.failure);
  return (
    <div role="alert">
      {failure !== null && (
        <p className={styles.failure}>
          {t("failed", { detail: failure })}{" "}
          <Button look="link" onClick={() => student.retryAlone()}>
            {t("retry")}
          </Button>
        </p>
      )}
    </div>
  );
}
