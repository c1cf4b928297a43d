/** The bar at the foot of a narrow page: it switches what stands under the stage. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import type { Mode, Panel } from "../../state/slices/view";
import { useApp } from "../../state/store";
import styles from "./PanelBar.module.css";

type Choice = "learn" | "inspect" | "train" | "setup";

const CHOICES: readonly Choice[] = ["learn", "inspect", "train", "setup"];

/** The choice that is on show; null: the stage has the whole page. */
function choiceOf(mode: Mode, panel: Panel): Choice | null {
  if (panel === "none") return null;
  if (panel !== "rail") return panel;
  return mode === "lab" ? "setup" : mode === "learn" ? "learn" : null;
}

/** Opens what the button names; a second press gives the page back to the stage. */
function press(choice: Choice, isOpen: boolean): void {
  if (isOpen) student.openPanel("none");
  else if (choice === "learn") student.setMode("learn");
  else if (choice === "setup") student.setMode("lab");
  else student.openPanel(choice);
}

export function PanelBar() {
  const { t } = useTranslation("app");
  const shown = useApp(({ view }) => choiceOf(view.mode, view.panel));
  return (
    <nav className={styles.bar} aria-label={t("panel.label")}>
      {CHOICES.map((choice) => (
        <button
          key={choice}
          type="button"
          className={styles.choice}
          aria-pressed={choice === shown}
          onClick={() => press(choice, choice === shown)}
        >
          {t(`panel.${choice}`)}
        </button>
      ))}
    </nav>
  );
}
