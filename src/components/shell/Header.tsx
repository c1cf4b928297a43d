/** The top of the page: its name, its modes, the task and the model, and language, theme and link. */
import { Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isLanguage, LANGUAGE_IDS, LANGUAGES } from "../../languages";
import { useApp } from "../../state/store";
import { CopyLink } from "./CopyLink";
import styles from "./Header.module.css";
import { useHides } from "../useHides";
import { ModelChips } from "./ModelChips";
import { ModeTabs } from "./ModeTabs";
import { latePart } from "./latePart";
import { MoonIcon, SunIcon } from "./icons";
import { student } from "../../state/actions/acts";

const PresentButton = latePart(
  async () => (await import("../present/PresentButton")).PresentButton,
);

export function Header() {
  const { t } = useTranslation("app");
  const hidesModes = useHides("modes");
  return (
    <header className={styles.header}>
      <h1 className={styles.mark}>
        {t("mark.left")}
        <span className={styles.dot}>{DOT}</span>
        {t("mark.right")}
      </h1>
      {!hidesModes && <ModeTabs />}
      <ModelChips />
      <div className={styles.tools}>
        <Suspense fallback={null}>
          <PresentButton />
        </Suspense>
        <InspectorButton />
        <LanguageSelect />
        <ThemeButton />
        <CopyLink />
      </div>
    </header>
  );
}

const DOT = "·";

/** Opens the inspector where it is a drawer. */
function InspectorButton() {
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

function LanguageSelect() {
  const { t } = useTranslation("app");
  const language = useApp((state) => state.view.language);
  return (
    <span className={styles.language} data-code={language}>
      <select
        data-place="language"
        className={styles.tool}
        aria-label={t("language")}
        value={language}
        onChange={({ target }) => isLanguage(target.value) && student.setLanguage(target.value)}
      >
        {LANGUAGE_IDS.map((id) => (
          <option key={id} value={id} lang={id}>
            {LANGUAGES[id].name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Pressed means dark; the symbol and the description say the same. */
function ThemeButton() {
  const { t } = useTranslation("app");
  const isDark = useApp((state) => state.view.theme === "dark");
  return (
    <button
      type="button"
      data-place="theme"
      className={styles.tool}
      aria-pressed={isDark}
      title={t(isDark ? "theme.dark" : "theme.light")}
      onClick={() => student.setTheme(isDark ? "light" : "dark")}
    >
      {isDark ? <MoonIcon /> : <SunIcon />}
      <span className={styles.word}>{t("theme.label")}</span>
    </button>
  );
}
