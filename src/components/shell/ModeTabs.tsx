/** The page's modes as tabs; their panels stand in the rail. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { MODES } from "../../state/slices/view";
import { useApp } from "../../state/store";
import { TabStrip } from "../primitives/TabStrip";
import styles from "./ModeTabs.module.css";

export function ModeTabs() {
  const { t } = useTranslation("app");
  const mode = useApp(({ view }) => view.mode);
  return (
    <TabStrip
      group="mode"
      label={t("mode.label")}
      tabs={MODES.map((value) => ({ value, label: t(`mode.${value}`) }))}
      value={mode}
      onChange={student.setMode}
      className={styles.modes}
      tabClassName={styles.mode}
      place="modes"
    />
  );
}
