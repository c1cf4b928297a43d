/** The top of the page: its name, its modes, the task and the model, and language, theme and the door out. */
import { Suspense } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isLanguage, LANGUAGE_IDS, LANGUAGES } from "../../languages";
import { useApp } from "../../state/store";
import styles from "./Header.module.css";
import { useHides } from "../useHides";
import { ErrorBoundary } from "./ErrorBoundary";
import { ModelChips } from "./ModelChips";
import { ModeTabs } from "./ModeTabs";
import { latePart } from "./latePart";
import { MoonIcon, SunIcon } from "./icons";
import { student } from "../../state/actions/acts";

const HeaderTools = latePart(async () => (await import("./HeaderTools")).HeaderTools);

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
        <ErrorBoundary>
          <Suspense fallback={null}>
            <HeaderTools />
          </Suspense>
        </ErrorBoundary>
        <LanguageSelect />
        <ThemeButton />
      </div>
    </header>
  );
}

const DOT = "·";

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
