/** The source on the stage, which the student replaces by typing. */
import { useId, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { isSameExample } from "../../engine/show";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { sourceText } from "../../vis/facts/sourceText";
import type { SourceProblem } from "../../workers/protocol";
import { Button } from "../primitives/Button";
import { isStopped } from "../../state/slices/run";
import { useLane, useRun } from "../useLane";
import styles from "./SourceBox.module.css";
import { SourceProblemText } from "./SourceProblemText";
import { useDecodeKey } from "./useDecodeKey";
import { useSourceNote } from "./useSourceNote";

interface BoxText {
  readonly text: string;
  /** What the box shows without a draft: the source requested last. The worker may still decode it or have refused it. */
  readonly wanted: string;
  /** The source of the trace on the stage. */
  readonly traced: string;
  /** Why the worker refused the text; null: it did not. */
  readonly problem: SourceProblem | null;
  /** Whether the stage shows another source, although the worker has not refused the text. */
  readonly isWaiting: boolean;
}

function useBoxText(): BoxText {
  const trace = useLane(({ run }) => run.trace);
  const rejected = useLane((lane) => lane.run.sourceProblem);
  const example = useApp(({ view }) => view.show.example);
  const draft = useApp((state) => state.draft);
  const traced = trace ? sourceText(trace) : "";
  const isTraced = trace !== null && isSameExample(trace.show.example, example);
  const wanted = example.kind === "typed" && !isTraced ? example.text : traced;
  const text = draft ?? wanted;
  const problem = draft === null && example.kind === "typed" ? rejected : null;
  return { text, wanted, traced, problem, isWaiting: problem === null && text !== traced };
}

/** The sentence on an unusual source, which makes way for a problem. */
function useNote({ problem }: BoxText): string | null {
  const trace = useLane((lane) => lane.run.trace);
  const noteOf = useSourceNote();
  return trace && problem === null ? noteOf(trace) : null;
}

function preventDefault(event: SyntheticEvent): void {
  event.preventDefault();
}

export function SourceBox(): ReactNode {
  const { t } = useTranslation("player");
  const id = useId();
  const box = useBoxText();
  const note = useNote(box);
  const isDown = useRun(isStopped);
  const decode = (text: string): void => {
    if (!isDown) student.typeSource(text);
  };
  return (
    <form className={styles.form} data-place="source" onSubmit={preventDefault}>
      <label className={styles.label} htmlFor={id}>
        {t("source")}
      </label>
      <span className={styles.box} data-waiting={box.isWaiting || undefined}>
        <SourceInput id={id} box={box} hasNote={note !== null} onDecode={decode} />
        {box.isWaiting && <DraftMark id={`${id}-draft`} traced={box.traced} />}
      </span>
      <Button
        look={box.isWaiting ? "primary" : "plain"}
        className={styles.decode}
        data-print="off"
        disabled={isDown}
        onClick={() => decode(box.text)}
      >
        {t("decode")}
      </Button>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {box.problem && <SourceProblemText problem={box.problem} />}
        {box.problem && box.traced && ` ${t("problems.stillShown", { text: box.traced })}`}
      </p>
      {note !== null && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </form>
  );
}

interface SourceInputProps {
  readonly id: string;
  readonly box: BoxText;
  readonly hasNote: boolean;
  readonly onDecode: (text: string) => void;
}

function SourceInput({ id, box, hasNote, onDecode }: SourceInputProps): ReactNode {
  const { t } = useTranslation("player");
  const described = [box.isWaiting && "draft", box.problem && "problem", hasNote && "note"];
  const ids = described.flatMap((part) => (part ? [`${id}-${part}`] : [])).join(" ");
  const listeners = useDecodeKey(onDecode);
  return (
    <input
      id={id}
      className={styles.input}
      type="text"
      value={box.text}
      placeholder={t("sourceHint")}
      enterKeyHint="go"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-invalid={box.problem !== null}
      aria-describedby={ids || undefined}
      onChange={({ target: { value } }) => student.draftSource(value === box.wanted ? null : value)}
      {...listeners}
    />
  );
}

interface DraftMarkProps {
  readonly id: string;
  readonly traced: string;
}

/** The mark in the box that the stage shows another source; a screen reader also hears which one. */
function DraftMark({ id, traced }: DraftMarkProps): ReactNode {
  const { t } = useTranslation("player");
  return (
    <span className={styles.mark}>
      <span aria-hidden="true">{t("draft.mark")}</span>
      <span id={id} className="visually-hidden">
        {t(traced === "" ? "draft.empty" : "draft.shown", { text: traced })}
      </span>
    </span>
  );
}
