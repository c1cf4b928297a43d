/** The first pairs, token by token: how the worker split them, and which tokens the network does not know. */
import type { PreviewPair, PreviewToken } from "../../engine/corpus/report";
import { SPECIAL_TOKENS, UNK } from "../../engine/text/tokens";
import look from "./Look.module.css";
import styles from "./FirstPairs.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

export function FirstPairs({ pairs }: { readonly pairs: readonly PreviewPair[] }) {
  const { t } = useCorpusTexts();
  return (
    <div>
      <h4 className={look.subtitle}>{t("summary.first")}</h4>
      <ol className={styles.pairs}>
        {pairs.map((pair, index) => (
          <li key={index}>
            <Tokens label={t("source")} tokens={pair.source} side="source" />
            <Tokens label={t("target")} tokens={pair.target} side="target" />
          </li>
        ))}
      </ol>
    </div>
  );
}

interface TokensProps {
  readonly label: string;
  readonly tokens: readonly PreviewToken[];
  readonly side: "source" | "target";
}

function Tokens({ label, tokens, side }: TokensProps) {
  return (
    <div className={styles.tokens}>
      <span className="visually-hidden">{label}</span>
      <ul dir="auto">
        {tokens.map((token, index) => (
          <li key={index} className={styles[side]} data-known={token.isKnown}>
            <Token token={token} />
          </li>
        ))}
      </ul>
    </div>
  );
}

const SPACE = "␣"; // makes a space visible

function Token({ token: { text, isKnown } }: { readonly token: PreviewToken }) {
  const { t } = useCorpusTexts();
  const shown = text === " " ? SPACE : text;
  if (isKnown) return shown;
  return (
    <>
      <span className="visually-hidden">{t("summary.unknownToken", { token: shown })}</span>
      <span aria-hidden="true">
        <s>{shown}</s> {SPECIAL_TOKENS[UNK]}
      </span>
    </>
  );
}
