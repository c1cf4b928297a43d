/** The first pairs kept, token by token, so that one sees how they were split. */
import { useTranslation } from "react-i18next";
import type { PreviewPair } from "../../engine/corpus/report";
import styles from "./Preview.module.css";

export function FirstPairs({ pairs }: { readonly pairs: readonly PreviewPair[] }) {
  const { t } = useTranslation("pairs");
  return (
    <>
      <h4 className={styles.subtitle}>{t("preview.first")}</h4>
      <ol className={styles.pairs}>
        {pairs.map((pair, index) => (
          <li key={index}>
            <Tokens label={t("preview.source")} tokens={pair.source} side="source" />
            <Tokens label={t("preview.target")} tokens={pair.target} side="target" />
          </li>
        ))}
      </ol>
    </>
  );
}

interface TokensProps {
  readonly label: string;
  readonly tokens: readonly string[];
  readonly side: "source" | "target";
}

const SPACE = "␣"; // a token that would not be seen

function Tokens({ label, tokens, side }: TokensProps) {
  return (
    <p className={styles.tokens} dir="auto">
      <span className="visually-hidden">{label}</span>
      {tokens.map((token, index) => (
        <span key={index} className={styles[side]}>
          {token === " " ? SPACE : token}
        </span>
      ))}
    </p>
  );
}
