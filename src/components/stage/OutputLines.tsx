/** What the decoder has said so far, above the right answer; each token marked right or wrong. */
import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Trace } from "../../engine/trace";
import { useApp } from "../../state/app";
import { EOS } from "../../engine/tokens";
import { glyph } from "../../vis/text";
import { judge, joinerOf, spoken, type JudgedToken, type Mark } from "../../vis/verdict";
import type { Shown } from "../figures/useShownStep";
import { useScore } from "./useScore";
import css from "./OutputLines.module.css";

/** Blank between words, nothing between characters; the worker knows, and before it is up the tokens tell. */
function useJoiner(trace: Trace): "" | " " {
  const unit = useApp((state) => state.run.info?.targetUnit);
  const answers = [...(trace.expected ?? []), ...trace.steps.map((step) => step.chosen)];
  return joinerOf(answers, unit);
}

export interface OutputLinesProps extends Pick<Shown, "trace" | "index"> {
  /** Id for the text that says why there is no truth to feed. */
  readonly reasonId: string;
}

export function OutputLines({ trace, index, reasonId }: OutputLinesProps): ReactNode {
  const { t } = useTranslation("player");
  const id = useId();
  const joiner = useJoiner(trace);
  const score = useScore()(trace, index);
  const judged = judge(trace);
  const said = spoken(judged, index);
  const isAtEnd = index === trace.steps.length - 1;
  const endsWithEos = judged[index]?.token.id === EOS;
  return (
    <dl className={css.lines}>
      <dt id={id}>{t("output")}</dt>
      <dd>
        <output className={css.text} aria-labelledby={id} aria-live="off">
          <Tokens judged={said} joiner={joiner} />
        </output>
        {endsWithEos && <EndMark label={t("ended")}>{EOS_GLYPH}</EndMark>}
        {isAtEnd && trace.ending === "limit" && (
          <EndMark label={t("noEosMeaning")}>{t("noEos")}</EndMark>
        )}
        {trace.expected ? (
          <span className={css.aside}>{score}</span>
        ) : (
          <span id={reasonId} className={css.aside}>
            {t("forcingUnknown")}
          </span>
        )}
      </dd>
      <dt>{t("expected")}</dt>
      <dd>
        <Expected trace={trace} joiner={joiner} />
      </dd>
    </dl>
  );
}

interface TokensProps {
  readonly judged: readonly JudgedToken[];
  readonly joiner: string;
}

function Tokens({ judged, joiner }: TokensProps): ReactNode {
  const { t } = useTranslation("player");
  return runsOf(judged, joiner).map(({ text, mark }, i, runs) => (
    <span key={i}>
      {i > 0 && joiner}
      {i > 0 && [mark, runs[i - 1]?.mark].includes("wrong") && <Heard>{", "}</Heard>}
      <span className={css.token} data-mark={mark}>
        {text}
        {mark === "wrong" && <Heard>{` ${t("announce.wrong")}`}</Heard>}
      </span>
    </span>
  ));
}

interface Run {
  readonly text: string;
  readonly mark: Mark;
}

/** Characters that are not wrong stand in one text, so that a screen reader reads them together. */
function runsOf(judged: readonly JudgedToken[], joiner: string): readonly Run[] {
  const runs: Run[] = [];
  for (const { token, mark } of judged) {
    const last = runs.at(-1);
    const goesOn = joiner === "" && mark !== "wrong" && last?.mark === mark;
    if (goesOn) runs[runs.length - 1] = { text: last.text + token.text, mark };
    else runs.push({ text: token.text, mark });
  }
  return runs;
}

/** For a screen reader, so that a wrong token is set apart from its neighbours. */
function Heard({ children }: { readonly children: string }): ReactNode {
  return <span className={`visually-hidden ${css.heard}`}>{children}</span>;
}

const EOS_GLYPH = glyph({ id: EOS, text: "" });

interface EndMarkProps {
  readonly label: string;
  readonly children: string;
}

function EndMark({ label, children }: EndMarkProps): ReactNode {
  return (
    <span className={css.end} title={label}>
      <span className="visually-hidden">{label}</span>
      <span aria-hidden="true">{children}</span>
    </span>
  );
}

function Expected({
  trace,
  joiner,
}: {
  readonly trace: Trace;
  readonly joiner: string;
}): ReactNode {
  const { t } = useTranslation("player");
  if (!trace.expected) return <span className={css.aside}>{t("expectedUnknown")}</span>;
  const text = trace.expected.filter(({ id }) => id !== EOS).map((token) => token.text);
  return (
    <>
      <span className={css.text}>{text.join(joiner)}</span>
      <EndMark label={t("ended")}>{EOS_GLYPH}</EndMark>
    </>
  );
}
