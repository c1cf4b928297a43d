/** What stands in place of the network to be read: the glossary, the map of the notes and papers, the teacher's page. */
import { type ReactNode, Suspense, use, useEffect, useRef } from "react";
import { lateTexts } from "../../i18n/lateTexts";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { type Reading as Page, READINGS } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { focusPlace } from "../focusPlace";
import { Button } from "../primitives/Button";
import { TabPanel, TabStrip } from "../primitives/TabStrip";
import { ErrorBoundary } from "../shell/ErrorBoundary";
import { latePart } from "../shell/latePart";
import { Glossary } from "./Glossary";
import styles from "./Reading.module.css";
import { SourceMap } from "./SourceMap";

const Teacher = latePart(async () => (await import("../teacher/Teacher")).Teacher);

const PAGES: Readonly<Record<Page, (props: object) => ReactNode>> = {
  glossary: Glossary,
  sources: SourceMap,
  teacher: Teacher,
};

const GROUP = "reading";

function leave(): void {
  student.lookUp(null);
  requestAnimationFrame(() => focusPlace("stage")); // after the page has drawn it
}

export function Reading(): ReactNode {
  const language = useApp(({ view }) => view.language);
  const titles = lateTexts("pytorch", language); // of the notes beside the code
  use(lateTexts("reading", language));
  use(titles);
  const { t } = useTranslation("reading");
  const page = useApp(({ view }) => view.reading) ?? "glossary";
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // Not when the page opens with it. On a narrow page the pressed button has gone already.
    const isLookedUp = useApp.getState().acts.some(({ name }) => name === "lookUp");
    if (isLookedUp || document.activeElement !== document.body) heading.current?.focus();
  }, []);
  const Content = PAGES[page];
  return (
    <section className={styles.reading} aria-label={t("label")}>
      <div className={styles.head}>
        <h2 ref={heading} className={styles.title} tabIndex={-1}>
          {t("title")}
        </h2>
        <TabStrip
          group={GROUP}
          label={t("label")}
          tabs={READINGS.map((value) => ({ value, label: t(`pages.${value}`) }))}
          value={page}
          onChange={student.lookUp}
          className={styles.tabs}
          tabClassName={styles.tab}
        />
        <Button className={styles.close} onClick={leave}>
          {t("close")}
        </Button>
      </div>
      <TabPanel group={GROUP} value={page} className={styles.page}>
        <ErrorBoundary key={page}>
          <Suspense fallback={null}>
            <Content />
          </Suspense>
        </ErrorBoundary>
      </TabPanel>
    </section>
  );
}
