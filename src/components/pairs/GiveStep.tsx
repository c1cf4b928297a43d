/** Step 1: the source of the pairs, which is files, text in a box, or pairs that the device keeps. */
import { type ClipboardEvent, type RefObject, useId } from "react";
import { CORPUS_LIMITS } from "../../engine/corpus/report";
import { isReading } from "../../state/slices/inspection";
import { useApp } from "../../state/store";
import fields from "../primitives/Field.module.css";
import { ChosenFiles } from "./ChosenFiles";
import { FileButton } from "../primitives/FileButton";
import styles from "./Give.module.css";
import { KeptPairs } from "./KeptPairs";
import { KeptProblem } from "./KeptProblem";
import { ReadySets } from "./ReadySets";
import { StepSection } from "./StepSection";
import { useCorpusTexts } from "./useCorpusTexts";
import type { Draft } from "./useDraft";
import { VERDICT } from "./Verdict";

/** The most characters that a text box takes without delay; the page reads longer text like a file. */
const MAX_IN_BOX = 500_000;

interface GiveProps {
  readonly draft: Draft;
  /** The control that gets the focus when the dialog opens. */
  readonly first: RefObject<HTMLInputElement | null>;
}

export function GiveStep({ draft, first }: GiveProps) {
  const { t } = useCorpusTexts();
  const keepsNothing = useApp(({ pairs }) => pairs.kept.entries === null);
  return (
    <StepSection number={1} title={t("give.title")} className={styles.give}>
      <p className={styles.intro}>{t("give.intro", { least: CORPUS_LIMITS.leastPairs })}</p>
      <FileChoice draft={draft} first={first} />
      <TextChoice draft={draft} />
      <ReadySets draft={draft} />
      {keepsNothing ? <KeptProblem /> : <KeptPairs draft={draft} />}
    </StepSection>
  );
}

function FileChoice({ draft, first }: GiveProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  return (
    <div className={styles.drop}>
      <div className={styles.choose}>
        <FileButton
          ref={first}
          label={t("give.choose")}
          multiple
          describedBy={`${id}-kinds`}
          onChoose={draft.giveFiles}
        />
        <span className={styles.or}>{t("give.drop")}</span>
      </div>
      <ChosenFiles draft={draft} />
      <p id={`${id}-kinds`} className={styles.kinds}>
        {t("give.kinds")}
      </p>
    </div>
  );
}

function TextChoice({ draft }: { readonly draft: Draft }) {
  const { t } = useCorpusTexts();
  const id = useId();
  const isRefused = useApp(
    ({ pairs, requests }) => !isReading(pairs, requests) && pairs.report?.status === "unusable",
  );
  const isInvalid = isRefused && draft.isAsked && draft.files.length === 0;
  const pasteLarge = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const text = event.clipboardData.getData("text");
    if (text.length <= MAX_IN_BOX) return;
    event.preventDefault();
    draft.giveFiles([new File([text], t("give.pasted"), { type: "text/plain" })]);
  };
  return (
    <div>
      <label className={fields.label} htmlFor={id}>
        {t("give.text")}
      </label>
      <p id={`${id}-or`} className={fields.help}>
        {t("give.or")}
      </p>
      <textarea
        id={id}
        className={styles.text}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        placeholder={t("give.placeholder")}
        value={draft.text}
        aria-invalid={isInvalid}
        aria-describedby={isInvalid ? `${id}-or ${VERDICT}` : `${id}-or`}
        onPaste={pasteLarge}
        onChange={({ target }) => draft.giveText(target.value)}
      />
    </div>
  );
}
