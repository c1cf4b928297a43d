/** The top of the page: its name, language, theme and link. */
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import type { Language } from "../../state/slices/view";
import { CopyLink } from "./CopyLink";
import styles from "./Header.module.css";
import { MoonIcon, SunIcon } from "./icons";
import { student } from "../../state/actions/acts";

/** Each language by the name that its readers know. */
const LANGUAGES: readonly { readonly id: Language; readonly name: string }[] = [
  { id: "en", name: "English" },
  { id: "ko", name: "한국어" },
];

export function Header() {
  const { t } = useTranslation("app");
  return (
    <header className={styles.header}>
      <h1 className={styles.mark}>
        {t("mark.left")}
        <span className={styles.dot}>{DOT}</span>
        {t("mark.right")}
      </h1>
      <p className={styles.tagline}>{t("tagline")}</p>
      <div className={styles.tools}>
        <LanguageSelect />
        <ThemeButton />
        <CopyLink />
      </div>
    </header>
  );
}

const DOT = "·";

function LanguageSelect() {
  const { t } = useTranslation("app");
  const language = useApp((state) => state.view.language);
  const choose = (value: string): void => {
    const chosen = LANGUAGES.find(({ id }) => id === value);
    if (chosen) student.setLanguage(chosen.id);
  };
  return (
    <select
      className={styles.tool}
      aria-label={t("language")}
      value={language}
      onChange={({ target }) => choose(target.value)}
    >
      {LANGUAGES.map(({ id, name }) => (
        <option key={id} value={id} lang={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

/** Pressed means dark; the symbol and the description say the same. */
function ThemeButton() {
  const { t } = useTranslation("app");
  const isDark = useApp((state) => state.view.theme === "dark");
  return (
    <button
      type="button"
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
