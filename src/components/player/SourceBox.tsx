/** The source on the stage, which the student replaces by typing. */
import { useId, type KeyboardEvent, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { isSameExample } from "../../engine/show";
import { student } from "../../state/actions/acts";
import { useApp } from "../../state/store";
import { sourceText } from "../../vis/facts/sourceText";
import type { SourceProblem } from "../../workers/protocol";
import { Button } from "../primitives/Button";
import { useLane } from "../useLane";
import styles from "./SourceBox.module.css";
import { useQuotedTokens } from "./useQuotedTokens";
import { useSourceNote } from "./useSourceNote";

interface BoxText {
  /** The source of the trace on the stage. */
  readonly traced: string;
  /** What the box shows without a draft: the source requested last. The worker may still decode it or have refused it. */
  readonly wanted: string;
  readonly draft: string | null;
}

function useBoxText(): BoxText {
  const trace = useLane(({ run }) => run.trace);
  const example = useApp(({ view }) => view.show.example);
  const draft = useApp((state) => state.draft);
  const traced = trace ? sourceText(trace) : "";
  const isTraced = trace !== null && isSameExample(trace.show.example, example);
  const wanted = example.kind === "typed" && !isTraced ? example.text : traced;
  return { traced, wanted, draft };
}

/** Why the worker refused the text in the box; null: it did not. */
function useProblem({ draft }: BoxText): SourceProblem | null {
  const problem = useLane((lane) => lane.run.sourceProblem);
  const isTyped = useApp(({ view }) => view.show.example.kind === "typed");
  return isTyped && draft === null ? problem : null;
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
  const box = useBoxText();
  const problem = useProblem(box);
  const trace = useLane((lane) => lane.run.trace);
  const noteOf = useSourceNote();
  const { traced, wanted, draft } = box;
  const note = trace && noteOf(trace);
  const text = draft ?? wanted;
  const isWaiting = problem === null && text !== traced; // the stage shows another source
  const decode = (): void => student.typeSource(text);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || isComposing(event)) return;
    event.preventDefault();
    decode();
  };
  const described = [
    isWaiting && "draft",
    problem !== null && "problem",
    note !== null && problem === null && "note",
  ].filter((part) => part !== false);
  return (
    <form className={styles.form} data-place="source" onSubmit={preventDefault}>
      <label className={styles.label} htmlFor={id}>
        {t("source")}
      </label>
      <span className={styles.box} data-waiting={isWaiting || undefined}>
        <input
          id={id}
          className={styles.input}
          type="text"
          value={text}
          placeholder={t("sourceHint")}
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-invalid={problem !== null}
          aria-describedby={described.map((part) => `${id}-${part}`).join(" ") || undefined}
          onChange={({ target: { value } }) => student.draftSource(value === wanted ? null : value)}
          onKeyDown={onKeyDown}
        />
        {isWaiting && <DraftMark id={`${id}-draft`} traced={traced} />}
      </span>
      <Button look={isWaiting ? "primary" : "plain"} className={styles.decode} onClick={decode}>
        {t("decode")}
      </Button>
      <p id={`${id}-problem`} className={styles.problem} role="alert">
        {problem && <ProblemText problem={problem} />}
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

function ProblemText({ problem }: { readonly problem: SourceProblem }): ReactNode {
  const { t } = useTranslation("player");
  const quoted = useQuotedTokens();
  switch (problem.kind) {
    case "empty":
      return t("problems.empty");
    case "tooLong":
      return t("problems.tooLong", { length: problem.length, limit: problem.limit });
    case "unknownTokens":
      return t("problems.unknownTokens", { tokens: quoted(problem.tokens) });
    default:
      return problem satisfies never;
  }
}
