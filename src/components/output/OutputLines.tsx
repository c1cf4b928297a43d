/** The output tokens so far, above the right answer; each token marked right or wrong. */
import { useId, useState, type ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { EOS, type TokenView } from "../../engine/text/tokens";
import { widthEm } from "../../vis/layout/labels";
import { splitAtEnd, judge, joinerOf } from "../../vis/facts/judgedTokens";
import type { Shown } from "../unrolled/shown";
import { EosMark, OutputTokens, TokenFrame } from "./OutputTokens";
import { useScore } from "./useScore";
import styles from "./OutputLines.module.css";

export interface OutputLinesProps extends Pick<Shown, "trace" | "index"> {
  /** Id of the text that says why the decoder has no truth as input. */
  readonly reasonId: string;
  /** Whether the right answer stands elsewhere, once for several outputs. */
  readonly omitsExpected?: boolean;
  /** Whether the page says how the output compares with the right answer, or why it cannot. */
  readonly judges?: boolean;
}

export function OutputLines(props: OutputLinesProps): ReactNode {
  const { trace, index, reasonId, omitsExpected = false, judges = true } = props;
  const { t } = useTranslation("player");
  const id = useId();
  const joiner = joinerOf(trace.task.targetUnit);
  const score = useScore()(trace, index);
  const { before, ends } = splitAtEnd(judge(trace), index);
  const isAtEnd = index === trace.steps.length - 1;
  return (
    <div className={styles.lines} data-place="output" data-size={useStableSize(trace)}>
      <dl className={styles.pairs}>
        <div className={styles.line} data-kind="output">
          <dt id={id}>{t("output")}</dt>
          <dd>
            <output className={styles.text} aria-labelledby={id} aria-live="off">
              <OutputTokens judged={before} joiner={joiner} />
            </output>
            {ends.length > 0 && <OutputTokens judged={ends} joiner=" " />}
            {isAtEnd && trace.ending === "limit" && (
              <TokenFrame label={t("noEosMeaning")}>{t("noEos")}</TokenFrame>
            )}
          </dd>
        </div>
        {!omitsExpected && <Expected trace={trace} />}
      </dl>
      {judges && trace.expected && <p className={styles.aside}>{score}</p>}
      {judges && !trace.expected && (
        <p id={reasonId} className={styles.aside}>
          {t("forcingUnknown")}
        </p>
      )}
    </div>
  );
}

const BESIDE = 20; // em of both answers that fit one line in the largest type
const LINE = 33; // em of an answer that fits a line of its own in the next type
const END = widthEm("<eos>");

/** From large to small. */
const SIZES = ["one", "two", "small"] as const;
type Size = (typeof SIZES)[number];

/** The smallest size that this source has had so far: training changes the answer, and the picture stands still. */
function useStableSize(trace: Trace): Size {
  const source = trace.source.map(({ id }) => id).join();
  const now = sizeOf(trace);
  const [seen, setSeen] = useState({ source, size: now });
  const isSmaller = SIZES.indexOf(now) > SIZES.indexOf(seen.size);
  const size = seen.source !== source || isSmaller ? now : seen.size;
  if (seen.source !== source || seen.size !== size) setSeen({ source, size });
  return size;
}

/** Short answers are large and stand side by side; longer ones are smaller, so that the picture keeps its room. */
function sizeOf({ steps, expected, task }: Trace): Size {
  const joiner = joinerOf(task.targetUnit);
  // Repeated <eos> have one mark; counted one by one, they would make the lines jump during training.
  const widthOf = (tokens: readonly TokenView[]): number =>
    END + widthEm(tokens.flatMap(({ id, text }) => (id === EOS ? [] : [text])).join(joiner));
  const said = widthOf(steps.map(({ chosen }) => chosen));
  const right = expected ? widthOf(expected) : 0;
  if (said + right <= BESIDE) return "one";
  return Math.max(said, right) <= LINE ? "two" : "small";
}

/** The right answer alone, for several outputs. */
export function ExpectedLine({ trace }: { readonly trace: Trace }): ReactNode {
  return (
    <dl className={styles.lines} data-size={sizeOf(trace)}>
      <Expected trace={trace} />
    </dl>
  );
}

function Expected({ trace }: { readonly trace: Trace }): ReactNode {
  const { expected, task, unsolved } = trace;
  const { t } = useTranslation("player");
  const text = expected?.filter(({ id }) => id !== EOS).map((token) => token.text);
  return (
    <div className={styles.line} data-kind="expected">
      <dt>{t("expected")}</dt>
      <dd>
        {text ? (
          <>
            <span className={styles.text}>{text.join(joinerOf(task.targetUnit))}</span>
            <EosMark />
          </>
        ) : (
          <span className={styles.aside}>
            {t(unsolved ? `unsolved.${unsolved}` : "expectedUnknown")}
          </span>
        )}
      </dd>
    </div>
  );
}
