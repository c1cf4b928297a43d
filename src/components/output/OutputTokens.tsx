/** The decoder's output tokens, each marked right or wrong; every <eos> has a frame. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { EOS } from "../../engine/text/tokens";
import { glyph } from "../../vis/layout/labels";
import type { JudgedToken, Mark } from "../../vis/facts/judgedTokens";
import styles from "./OutputLines.module.css";

export interface OutputTokensProps {
  readonly judged: readonly JudgedToken[];
  readonly joiner: string;
}

export function OutputTokens({ judged, joiner }: OutputTokensProps): ReactNode {
  return groupsOf(judged, joiner).map((group, i, groups) => {
    const before = groups[i - 1];
    return (
      <span key={i}>
        {before && joiner}
        {before && (isApart(before) || isApart(group)) && <HiddenText>{", "}</HiddenText>}
        {group.ends > 0 ? <EosMark count={group.ends} mark={group.mark} /> : <Text group={group} />}
      </span>
    );
  });
}

interface TokenGroup {
  readonly text: string;
  readonly mark: Mark;
  readonly ends: number; // the number of <eos> in the group; 0: the group is text
}

/**
 * Characters that are not wrong form one text, so that a screen reader reads them together. Consecutive <eos> form
 * one group, too, since teacher forcing makes a model output several.
 */
function groupsOf(judged: readonly JudgedToken[], joiner: string): readonly TokenGroup[] {
  const groups: TokenGroup[] = [];
  for (const { token, mark } of judged) {
    const last = groups.at(-1);
    const ends = token.id === EOS ? 1 : 0;
    const isAlike = last?.mark === mark && last.ends > 0 === ends > 0;
    if (isAlike && (ends || (joiner === "" && mark !== "wrong")))
      groups[groups.length - 1] = { text: last.text + token.text, mark, ends: last.ends + ends };
    else groups.push({ text: token.text, mark, ends });
  }
  return groups;
}

function isApart({ mark, ends }: TokenGroup): boolean {
  return mark === "wrong" || ends > 0;
}

function Text({ group: { text, mark } }: { readonly group: TokenGroup }): ReactNode {
  const { t } = useTranslation("player");
  return (
    <span className={styles.token} data-mark={mark}>
      {text}
      {mark === "wrong" && <HiddenText>{` ${t("announce.wrong")}`}</HiddenText>}
    </span>
  );
}

/** Separates a wrong token from its neighbours for a screen reader. */
function HiddenText({ children }: { readonly children: string }): ReactNode {
  return <span className={`visually-hidden ${styles.heard}`}>{children}</span>;
}

const EOS_GLYPH = glyph({ id: EOS, text: "" });

export interface EosMarkProps {
  readonly count?: number;
  readonly mark?: Mark;
}

export function EosMark({ count = 1, mark }: EosMarkProps): ReactNode {
  const { t } = useTranslation("player");
  const name = count > 1 ? t("endedTimes", { count }) : t("ended");
  const label = mark === "wrong" ? `${name}, ${t("announce.wrong")}` : name;
  return (
    <TokenFrame label={label} mark={mark}>
      {count > 1 ? `${EOS_GLYPH} ×${count}` : EOS_GLYPH}
    </TokenFrame>
  );
}

export interface TokenFrameProps {
  readonly label: string;
  readonly mark?: Mark | undefined;
  readonly children: string;
}

export function TokenFrame({ label, mark, children }: TokenFrameProps): ReactNode {
  return (
    <span className={styles.end} title={label} data-mark={mark}>
      <span className={`visually-hidden ${styles.heard}`}>{label}</span>
      <span aria-hidden="true">{children}</span>
    </span>
  );
}
