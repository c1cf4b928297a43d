/** The model on show as a whole PyTorch program: to copy, to download, or to read in the tab. */
import { useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { copyText } from "../copyText";
import { Button } from "../primitives/Button";
import { download } from "../timeline/download";
import styles from "./WholeProgram.module.css";

export interface WholeProgramProps {
  /** The name of the program's file. */
  readonly name: string;
  /** Writes the program. */
  readonly write: () => string;
}

export function ProgramButtons({ name, write }: WholeProgramProps): ReactNode {
  const { t } = useTranslation("pytorch");
  const [outcome, setOutcome] = useState<"copied" | "notCopied" | "saved" | null>(null);
  const copy = async (): Promise<void> =>
    setOutcome((await copyText(write())) ? "copied" : "notCopied");
  const save = (): void => {
    download(name, new TextEncoder().encode(write()));
    setOutcome("saved");
  };
  return (
    <>
      <Button className={styles.button} onClick={() => void copy()}>
        {t("whole.copy")}
      </Button>
      <Button className={styles.button} onClick={save}>
        {t("whole.download")}
      </Button>
      <output className={styles.outcome}>{outcome && t(`whole.${outcome}`, { name })}</output>
    </>
  );
}

/** Written only while it is open: the program changes with every trace. */
export function ProgramText({ name, write }: WholeProgramProps): ReactNode {
  const { t } = useTranslation("pytorch");
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.program} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("whole.show")}</summary>
      {isOpen && (
        <>
          <p className={styles.about}>{t("whole.about")}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard */}
          <section className={styles.text} tabIndex={0} aria-label={name} translate="no">
            <pre>{write()}</pre>
          </section>
        </>
      )}
    </details>
  );
}
