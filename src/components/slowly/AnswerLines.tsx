/** The answers before and after the update, with the tokens that changed marked, above the right answer. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import type { BeforeAndAfter } from "../../engine/results/walkedExample";
import type { TokenView } from "../../engine/text/tokens";
import { answerChange } from "../../vis/facts/walk";
import { glyph, isSpecial } from "../../vis/layout/labels";
import { useTokenName } from "../unrolled/useTokenName";
import styles from "./AgainStage.module.css";

const NONE: ReadonlySet<number> = new Set();

export function AnswerLines({ free }: { readonly free: BeforeAndAfter }): ReactNode {
  const { t } = useTranslation("slowly");
  const { before, after } = free;
  const { gone, come } = answerChange(before, after);
  const count = Math.max(gone.size, come.size);
  return (
    <section aria-label={t("again.answers")}>
      <dl className={styles.answers}>
        <Answer name={t("again.before")} {...saidBy(before)} marked={gone} />
        <Answer name={t("again.after")} {...saidBy(after)} marked={come} />
        {after.expected && (
          <Answer name={t("again.expected")} tokens={after.expected} isOpen={false} marked={NONE} />
        )}
      </dl>
      <p className={styles.verdict}>
        {count === 0 ? t("again.same") : t("again.changed", { count })}
      </p>
    </section>
  );
}

function saidBy({ steps, ending }: Trace) {
  return { tokens: steps.map(({ chosen }) => chosen), isOpen: ending === "limit" };
}

interface AnswerProps {
  readonly name: string;
  readonly tokens: readonly TokenView[];
  /** Whether it ended at the limit, without <eos>. */
  readonly isOpen: boolean;
  readonly marked: ReadonlySet<number>;
}

function Answer({ name, tokens, isOpen, marked }: AnswerProps): ReactNode {
  const { t } = useTranslation("slowly");
  const nameOf = useTokenName();
  return (
    <div className={styles.answer}>
      <dt>{name}</dt>
      <dd>
        {tokens.map((token, i) => (
          <span
            key={i}
            className={styles.token}
            data-changed={marked.has(i) || undefined}
            data-special={isSpecial(token) || undefined}
          >
            <span className="visually-hidden">
              {`${nameOf(token)}${marked.has(i) ? ` (${t("again.mark")})` : ""} `}
            </span>
            <span aria-hidden="true">{glyph(token)}</span>
          </span>
        ))}
        {isOpen && <span className={styles.open}>{t("again.noEos")}</span>}
      </dd>
    </div>
  );
}
