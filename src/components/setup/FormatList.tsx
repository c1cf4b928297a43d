/** A list of the task's spellings that folds out over the page; its code is loaded when it is first opened. */
import { lazy, Suspense, useState, type FocusEvent, type KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Setup.module.css";

const DateFormats = lazy(async () => ({ default: (await import("./DateFormats")).DateFormats }));

export function FormatList() {
  const { t } = useTranslation("setup");
  const [isOpen, setOpen] = useState(false);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its summary
    <details
      className={styles.formatList}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      onKeyDown={(event: KeyboardEvent<HTMLDetailsElement>) =>
        event.key === "Escape" && close(event)
      }
      onBlur={(event: FocusEvent<HTMLDetailsElement>) =>
        event.currentTarget.contains(event.relatedTarget) || close(event)
      }
    >
      <summary>{t("fields.task.formats")}</summary>
      <div className={styles.formats}>
        <Suspense fallback={null}>{isOpen && <DateFormats />}</Suspense>
      </div>
    </details>
  );
}

function close({ currentTarget }: { readonly currentTarget: HTMLDetailsElement }): void {
  currentTarget.open = false;
}
