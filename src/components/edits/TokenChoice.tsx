/** The choice of another token: the likeliest ones with their probabilities, and a box to type any. */
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { DecoderStep, Trace } from "../../engine/results/trace";
import { nextTokens, type Option } from "../../vis/facts/probability";
import { student } from "../../state/actions/acts";
import { Button } from "../primitives/Button";
import { isEnter } from "../primitives/isEnter";
import { useFormat } from "../primitives/useFormat";
import { spelled } from "../../vis/layout/spelled";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./TokenChoice.module.css";

export interface TokenChoiceProps {
  readonly trace: Trace;
  /** What the token is for: the answer of the step, or its input. */
  readonly kind: "say" | "feed";
  readonly step: number;
  readonly onDone: () => void;
}

/** The step whose answer the token replaces; a step is fed the answer of the one before. */
function answeringStep({ trace, kind, step }: TokenChoiceProps): DecoderStep | undefined {
  return trace.steps[kind === "say" ? step : step - 1];
}

/** The tokens that change something. */
function candidatesOf(props: TokenChoiceProps): readonly Option[] {
  const { trace, kind, step } = props;
  const answering = answeringStep(props);
  if (!answering) return [];
  const now = kind === "say" ? answering.chosen : trace.steps[step]?.input;
  return nextTokens(trace, answering).options.filter(({ token }) => token.id !== now?.id);
}

export function TokenChoice(props: TokenChoiceProps): ReactNode {
  const { kind, step, onDone } = props;
  const { t } = useTranslation("edits");
  const candidates = candidatesOf(props);
  const label = kind === "say" ? t("token.candidates") : t("token.candidatesBefore", { step });
  const take = (token: string): void => {
    void student.editDecode({ kind, step, token });
    onDone();
  };
  return (
    <>
      {candidates.length > 0 && (
        <ul className={styles.candidates} aria-label={label}>
          {candidates.map((option) => (
            <Candidate
              key={option.token.id}
              option={option}
              onUse={() => take(option.token.text)}
            />
          ))}
        </ul>
      )}
      <TypedToken onUse={take} />
    </>
  );
}

interface CandidateProps {
  readonly option: Option;
  readonly onUse: () => void;
}

function Candidate({ option, onUse }: CandidateProps): ReactNode {
  const { t } = useTranslation("edits");
  const format = useFormat();
  const name = useTokenName();
  const probability = format.percent(option.share);
  return (
    <li>
      <button
        type="button"
        className={styles.candidate}
        aria-label={t("token.candidate", { token: name(option.token), probability })}
        onClick={onUse}
      >
        <span className={styles.token}>{spelled(option.token)}</span>
        <span className={styles.track}>
          <span className={styles.fill} style={{ backgroundSize: `${100 * option.share}% 100%` }} />
        </span>
        <span className={styles.share}>{probability}</span>
      </button>
    </li>
  );
}

function TypedToken({ onUse }: { readonly onUse: (token: string) => void }): ReactNode {
  const { t } = useTranslation("edits");
  const id = useId();
  const [text, setText] = useState("");
  const take = (): void => {
    if (text !== "") onUse(text.trim() || text); // a space is a token of some tasks
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isEnter(event)) return;
    event.preventDefault();
    take();
  };
  return (
    <div className={styles.typed}>
      <label htmlFor={id}>{t("token.typed")}</label>
      <input
        id={id}
        type="text"
        className={styles.input}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKeyDown}
      />
      <Button onClick={take} disabled={text === ""}>
        {t("token.use")}
      </Button>
    </div>
  );
}
