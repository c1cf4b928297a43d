/** The source of the pairs: a file, or text pasted into a box. */
import { useId, type ClipboardEvent } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isReading } from "../../state/slices/pairs";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { useFormat } from "../primitives/useFormat";
import styles from "./PairsDialog.module.css";
import { VERDICT } from "./Preview";
import type { Draft } from "./useDraft";

/** The most characters that a text box takes without delay; the page reads longer text like a file. */
const MAX_IN_BOX = 500_000;
const TYPES = ".txt,.tsv,.csv,text/plain,text/tab-separated-values";

/** Whether the pairs of the last report are unusable. */
function useIsRefused(): boolean {
  return useApp(
    ({ pairs, requests }) => !isReading(pairs, requests) && pairs.report?.status === "unusable",
  );
}

/** The name of a file with its size, in the unit that leaves it digits. */
function useFileName(): (file: { readonly name: string; readonly size: number }) => string {
  const { t } = useTranslation("pairs");
  const format = useFormat();
  return ({ name, size }) =>
    size < 1e6
      ? t("chosenSmall", { name, size: format.number(size / 1e3, size < 1e4 ? 2 : 0) })
      : t("chosen", { name, size: format.number(size / 1e6, 2) });
}

export function PairsInput({ draft }: { readonly draft: Draft }) {
  const { t } = useTranslation("pairs");
  const id = useId();
  const nameOf = useFileName();
  const { file } = draft;
  const isRefused = useIsRefused();
  const isInvalid = isRefused && draft.isAsked && file === null;
  const pasteLarge = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const text = event.clipboardData.getData("text");
    if (text.length <= MAX_IN_BOX) return;
    event.preventDefault();
    draft.giveFile(new File([text], t("pasted"), { type: "text/plain" }));
  };
  return (
    <>
      <div className={styles.file}>
        {/* The browser's own button uses the browser's language, not the page's. */}
        <input
          id={`${id}-file`}
          className={styles.fileInput}
          type="file"
          accept={TYPES}
          aria-describedby={`${id}-chosen`}
          onChange={({ target }) => {
            const chosen = target.files?.[0];
            if (chosen) draft.giveFile(chosen);
            target.value = ""; // allows the student to choose the same file again after a correction
          }}
        />
        <label className={styles.fileButton} htmlFor={`${id}-file`}>
          {t("file")}
        </label>
        <p id={`${id}-chosen`} className={styles.chosen}>
          {file ? nameOf(file) : t("drop")}
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
          aria-invalid={isInvalid}
          aria-describedby={isInvalid ? VERDICT : undefined}
          onPaste={pasteLarge}
          onChange={({ target }) => draft.giveText(target.value)}
        />
      </div>
    </>
  );
}
