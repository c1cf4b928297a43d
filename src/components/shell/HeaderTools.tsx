/** The tools of the header that load late: the inspector's drawer, the presentation, and the door out. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { present } from "../present/present";
import { useHides } from "../useHides";
import styles from "./Header.module.css";
import { TakeAwayButton } from "./TakeAwayButton";

export function HeaderTools(): ReactNode {
  return (
    <>
      <InspectorButton />
      <PresentButton />
      <TakeAwayButton />
    </>
  );
}

/** Opens the inspector where it is a drawer. */
function InspectorButton(): ReactNode {
  const { t } = useTranslation("app");
  const isOpen = useApp(({ view }) => view.panel === "inspect");
  const hasOwn = useApp(({ view }) => view.mode === "compare"); // over the stages
  const isHidden = useHides("inspector");
  if (hasOwn || isHidden) return null;
  return (
    <button
      type="button"
      className={styles.drawer}
      aria-expanded={isOpen}
      onClick={() => student.openPanel(isOpen ? "none" : "inspect")}
    >
      {t("panel.inspect")}
    </button>
  );
}

/** Starts the presentation. */
function PresentButton(): ReactNode {
  const { t } = useTranslation("app");
  return (
    <button
      type="button"
      className={styles.wide}
      title={t("present.hint")}
      onClick={() => present(true)}
    >
      {t("present.start")}
    </button>
  );
}
