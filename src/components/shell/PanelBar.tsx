/** The bar at the foot of a narrow page: it switches what stands under the stage. */
import { useTranslation } from "../../i18n/useTranslation";
import { student } from "../../state/actions/acts";
import type { Hideable } from "../../state/slices/classroom";
import type { Mode, Panel } from "../../state/slices/view";
import { useApp } from "../../state/store";
import styles from "./PanelBar.module.css";

type Choice = "learn" | "inspect" | "train" | "setup" | "compare";

/** In mode Compare its rail has the place of the set-up. */
const choicesIn = (mode: Mode): readonly Choice[] => [
  "learn",
  "inspect",
  "train",
  mode === "compare" ? "compare" : "setup",
];

const RAILS = { learn: "learn", lab: "setup", compare: "compare" } as const satisfies Record<
  Mode,
  Choice
>;

/** The choice that is on show; null: the stage has the whole page. */
function choiceOf(mode: Mode, panel: Panel): Choice | null {
  if (panel === "none") return null;
  return panel === "rail" ? RAILS[mode] : panel;
}

/** Opens what the button names; a second press gives the page back to the stage. */
function press(choice: Choice, isOpen: boolean): void {
  if (isOpen) student.openPanel("none");
  else if (choice === "learn") student.setMode("learn");
  else if (choice === "setup") student.setMode("lab");
  else student.openPanel(choice === "compare" ? "rail" : choice);
}

/** Where the link hides the panel of a choice, the bar leaves it out. */
const placeOf = (choice: Choice): Hideable =>
  choice === "inspect" ? "inspector" : choice === "train" ? "timeline" : "rail";

export function PanelBar() {
  const { t } = useTranslation("app");
  const shown = useApp(({ view }) => choiceOf(view.mode, view.panel));
  const mode = useApp(({ view }) => view.mode);
  const hidden = useApp(({ view }) => view.hidden);
  const choices = choicesIn(mode).filter((choice) => !hidden.includes(placeOf(choice)));
  if (choices.length === 0) return null;
  return (
    <nav className={styles.bar} aria-label={t("panel.label")}>
      {choices.map((choice) => (
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
