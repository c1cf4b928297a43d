/** The page of the networks that only read or only write, in place of the workspace of the whole network. */
import { type ReactNode, useEffect, useRef } from "react";
import type { AloneKind } from "../../engine/alone/aloneConfig";
import { student } from "../../state/actions/acts";
import { useAlone } from "../../state/aloneStore";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import { TabPanel, TabStrip } from "../primitives/TabStrip";
import styles from "./Alone.module.css";
import { AloneSettings } from "./AloneSettings";
import { AloneTraining } from "./AloneTraining";
import { ReadStage } from "./ReadStage";
import { Results } from "./Results";
import { useAloneDownload } from "./useAloneDownload";
import { useAloneTexts } from "./useAloneTexts";
import { WriteStage } from "./WriteStage";

const KINDS = ["classifier", "generator"] as const satisfies readonly AloneKind[];
const GROUP = "alone";

function leave(): void {
  student.openAlone(null);
  requestAnimationFrame(() => focusPlace("stage")); // after the page has drawn it
}

export function Alone(): ReactNode {
  const { t } = useAloneTexts();
  const config = useAlone(({ wish }) => wish.config);
  useAloneDownload();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    student.enterAlone();
    if (document.activeElement !== document.body) heading.current?.focus(); // not when a link opens the page
  }, []);
  return (
    <main className={styles.page}>
      <div className={styles.frame}>
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
        <Failure />
        <div className={styles.columns}>
          <section className={styles.card} aria-label={t("settings")}>
            <AloneSettings />
          </section>
          <TabPanel group={GROUP} value={config.alone} className={styles.stage}>
            {config.alone === "classifier" ? <ReadStage /> : <WriteStage />}
            <Results />
          </TabPanel>
          <section className={styles.card} aria-label={t("training.label")}>
            <AloneTraining />
          </section>
        </div>
      </div>
    </main>
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
          <Button look="link" onClick={() => student.enterAlone()}>
            {t("retry")}
          </Button>
        </p>
      )}
    </div>
  );
}
