/** The source on the stage, which the student replaces by typing. */
import { useId, useState, type KeyboardEvent, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { sourceText } from "../../vis/facts/sourceText";
import type { SourceProblem } from "../../workers/protocol";
import { exampleKey } from "./exampleKey";
import styles from "./SourceBox.module.css";
import { SourceProblemText } from "./SourceProblemText";
import { useSourceNote } from "./useSourceNote";
import { student } from "../../state/actions/acts";

interface Draft {
  readonly text: string | null; // null: show the source of the trace
  readonly change: (text: string) => void;
}

/** The typed text. A decode of another example replaces it, and so does another task. */
function useDraft(): Draft {
  const traced = useLane(
    ({ run, config }) => `${config.task} ${exampleKey(run.trace?.show.example ?? null)}`,
  );
  const [draft, setDraft] = useState<{ readonly over: string; readonly text: string } | null>(null);
  return {
    text: draft?.over === traced ? draft.text : null,
    change: (text) => setDraft({ over: traced, text }),
  };
}

/** A problem stays visible until the text changes or the student requests another example. */
function useProblem(draft: string | null): SourceProblem | null {
  const problem = useLane((lane) => lane.run.sourceProblem);
  const example = useApp(({ view }) => view.show.example);
  const [held, setHeld] = useState<{
    readonly problem: SourceProblem;
    readonly text: string;
  } | null>(null);
  const typed = example.kind === "typed" ? example.text : null;
  if (problem && typed !== null && (held?.problem !== problem || held.text !== typed))
    setHeld({ problem, text: typed });
  return held && held.text === typed && (draft === null || draft === typed) ? held.problem : null;
}

/** Whether the key belongs to an input method that composes a character, as in Korean. */
function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}

/** The box handles Enter as a key, because a submit event does not reveal an input method's Enter. */
function preventDefault(event: SyntheticEvent): void {
  event.preventDefault();
}

export function SourceBox(): ReactNode {
  const { t } = useTranslation("player");
  const id = useId();
  const trace = useLane((lane) => lane.run.trace);
  const draft = useDraft();
  const problem = useProblem(draft.text);
  const noteOf = useSourceNote();
  const note = trace && noteOf(trace);
  const refused = useApp(({ view: { show } }) =>
    show.example.kind === "typed" ? show.example.text : "",
  );
  const traced = trace ? sourceText(trace) : "";
  const text = draft.text ?? (problem ? refused : traced);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || isComposing(event)) return;
    event.preventDefault();
    student.typeSource(text);
  };
  return (
    <form className={styles.form} data-place="source" onSubmit={preventDefault}>
      <label className={styles.label} htmlFor={id}>
        {t("source")}
      </label>
      <input
        id={id}
        className={styles.input}
        type="text"
        value={text}
        placeholder={t("sourceHint")}
        title={t("sourceHint")}
        enterKeyHint="go"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={problem !== null}
        aria-describedby={problem ? `${id}-problem` : note === null ? undefined : `${id}-note`}
        onChange={(event) => draft.change(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem && <SourceProblemText problem={problem} />}
        {problem && trace && ` ${t("problems.stillShown", { text: traced })}`}
      </p>
      {note !== null && !problem && (
        <p id={`${id}-note`} className={styles.note}>
          {note}
        </p>
      )}
    </form>
  );
}
