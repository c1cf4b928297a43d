/** The rail of the lab: every setting, by subject in three tabs. */
import { Tabs } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { RAIL_TABS } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { GoalInLab } from "../lesson/GoalInLab";
import { DataTab } from "./DataTab";
import { ModelNote } from "./ModelNote";
import { ModelTab } from "./ModelTab";
import styles from "./RailTabs.module.css";
import { TrainingTab } from "../timeline/TrainingTab";
import { TrainingSettings } from "./TrainingSettings";

export function RailTabs() {
  const { t } = useTranslation("setup");
  const tab = useApp(({ view }) => view.railTab);
  const isLocked = useApp(({ view }) => view.isLocked);
  return (
    <section className={styles.rail} aria-labelledby={HEADING}>
      <h2 id={HEADING} className="visually-hidden">
        {t("title")}
      </h2>
      {isLocked && <p className={styles.locked}>{t("locked.why")}</p>}
      <GoalInLab />
      <Tabs.Root value={tab} onValueChange={student.openRail} className={styles.tabs}>
        <Tabs.List
          activateOnFocus
          loopFocus={false}
          aria-label={t("tabsLabel")}
          className={styles.list}
        >
          {RAIL_TABS.map((each) => (
            <Tabs.Tab key={each} value={each} className={styles.tab}>
              {t(`tabs.${each}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Panel tab="model">
          <ModelTab />
        </Panel>
        <Panel tab="data">
          <DataTab />
        </Panel>
        <Panel tab="training">
          <TrainingTab />
          <TrainingSettings />
        </Panel>
        <div className={styles.foot}>
          <ModelNote />
        </div>
      </Tabs.Root>
    </section>
  );
}

const HEADING = "set-up";

interface PanelProps {
  readonly tab: (typeof RAIL_TABS)[number];
  readonly children: ReactNode;
}

function Panel({ tab, children }: PanelProps) {
  return (
    <Tabs.Panel value={tab} className={styles.panel} tabIndex={undefined}>
      {children}
    </Tabs.Panel>
  );
}
