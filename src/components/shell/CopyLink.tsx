/** Copies the page's link: settings, example, selection and language, not the theme. */
import { useEffect, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { writeLink } from "../../state/ports/linkPort";
import styles from "./Header.module.css";
import { CheckIcon, LinkIcon } from "./icons";

type Outcome = "copied" | "failed";
const SHOW_OUTCOME_MS = 3000;

export function CopyLink() {
  const { t } = useTranslation("app");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => {
    if (outcome === null) return undefined;
    const timer = setTimeout(() => setOutcome(null), SHOW_OUTCOME_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = async (): Promise<void> => setOutcome(await copyLink());
  return (
    <>
      <button
        type="button"
        data-place="link"
        className={styles.tool}
        title={t("share.copy")}
        onClick={() => void copy()}
      >
        {outcome === "copied" ? <CheckIcon /> : <LinkIcon />}
        <span className={styles.word}>{t("share.copy")}</span>
      </button>
      <output className={outcome === "failed" ? styles.outcome : "visually-hidden"}>
        {outcome && t(`share.${outcome}`)}
      </output>
    </>
  );
}

/** The clipboard can be missing (no secure origin) or forbidden. */
async function copyLink(): Promise<Outcome> {
  await writeLink();
  try {
    await navigator.clipboard.writeText(location.href);
    return "copied";
  } catch {
    return "failed";
  }
}
