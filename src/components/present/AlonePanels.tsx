/** The bar of a presentation over the page of the networks alone: the columns that it can open beside the stage. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { useAloneTexts } from "../alone/useAloneTexts";
import { type Column, COLUMNS } from "../alone/useFolded";
import panelBar from "../shell/PanelBar.module.css";
import styles from "./Presenter.module.css";

const NAMES = { rail: "setup", timeline: "train" } as const satisfies Record<Column, string>;

/** A second press folds the column away again. The lesson stays: it is what the class answers. */
export function AlonePanels(): ReactNode {
  const { t } = useTranslation("app");
  const { t: ofAlone } = useAloneTexts();
  const { panel, hidden } = useApp(({ view }) => view);
  const columns = (["timeline", "rail"] as const).filter((each) => !hidden.includes(each));
  return (
    <>
      <nav className={styles.columns} aria-label={t("panel.label")}>
        {columns.map((each) => (
          <button
            key={each}
            type="button"
            className={panelBar.choice}
            aria-pressed={panel === COLUMNS[each]}
            onClick={() => student.openPanel(panel === COLUMNS[each] ? "none" : COLUMNS[each])}
          >
            {t(`panel.${NAMES[each]}`)}
          </button>
        ))}
      </nav>
      <p className={styles.keys}>{ofAlone("presentKeys")}</p>
    </>
  );
}
