/** The model on show as a whole PyTorch program: to copy, to download, or to read here. */
import { useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/results/trace";
import { programPlan, type ProgramTexts, type ProgramTraining } from "../../vis/code/program/plan";
import { program, programName } from "../../vis/code/program/program";
import { Button } from "../primitives/Button";
import { download } from "../timeline/download";
import styles from "./WholeProgram.module.css";

interface WholeProgramProps {
  readonly trace: Trace;
  readonly training: ProgramTraining;
  /** The program's comments, in the page's language. */
  readonly texts: ProgramTexts;
}

type Outcome = "copied" | "notCopied" | "saved";

export function WholeProgram({ trace, training, texts }: WholeProgramProps): ReactNode {
  const { t } = useTranslation("pytorch");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [isOpen, setOpen] = useState(false);
  const name = programName(trace.shape);
  const text = (): string => program(programPlan(trace, training, texts));
  const copy = async (): Promise<void> => {
    const copied = await copyText(text());
    setOutcome(copied ? "copied" : "notCopied");
    if (!copied) setOpen(true);
  };
  const save = (): void => {
    download(name, new TextEncoder().encode(text()));
    setOutcome("saved");
  };
  return (
    <div className={styles.program}>
      <p className={styles.about}>{t("whole.about")}</p>
      <div className={styles.buttons}>
        <Button onClick={() => void copy()}>{t("whole.copy")}</Button>
        <Button onClick={save}>{t("whole.download")}</Button>
      </div>
      <output className={styles.outcome}>{outcome && t(`whole.${outcome}`, { name })}</output>
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{t("whole.show")}</summary>
        {isOpen && (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keyboard
          <section className={styles.text} tabIndex={0} aria-label={name} translate="no">
            <pre>{text()}</pre>
          </section>
        )}
      </details>
    </div>
  );
}

/** Whether the text is in the clipboard, which can be missing (no secure origin) or forbidden. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
