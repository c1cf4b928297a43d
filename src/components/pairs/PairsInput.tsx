/** Where the pairs come from: a file, or text pasted into a box. */
import { useId } from "react";
import { useTranslation } from "react-i18next";
import fields from "../primitives/Field.module.css";
import { useFormat } from "../primitives/useFormat";
import styles from "./PairsDialog.module.css";
import type { Draft } from "./useDraft";

const TYPES = ".txt,.tsv,.csv,text/plain,text/tab-separated-values";

export function PairsInput({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  const id = useId();
  const { file } = draft;
  return (
    <>
      <div className={styles.file}>
        {/* The browser's own button speaks the browser's language, not the page's. */}
        <input
          id={`${id}-file`}
          className={styles.fileInput}
          type="file"
          accept={TYPES}
          aria-describedby={`${id}-chosen`}
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            if (chosen) draft.giveFile(chosen);
            target.value = ""; // so that the same file, mended, can be chosen again
          }}
        />
        <label className={styles.fileButton} htmlFor={`${id}-file`}>
          {t("file")}
        </label>
        <p id={`${id}-chosen`} className={styles.chosen}>
          {file
            ? t("chosen", { name: file.name, size: format.number(file.size / 1e6, 2) })
            : t("drop")}
        </p>
      </div>
      <div>
        <label className={fields.label} htmlFor={`${id}-text`}>
          {t("text")}
        </label>
        <textarea
          id={`${id}-text`}
          className={styles.text}
          rows={7}
          spellCheck={false}
          autoComplete="off"
          placeholder={t("placeholder")}
          value={draft.text}
          onChange={({ target }) => draft.giveText(target.value)}
        />
      </div>
    </>
  );
}
