/** The other encodings in which a file can be read, each with how the same place of its text looks then. */
import type { EncodingUsed } from "../../engine/corpus/reading";
import type { CorpusOptions } from "../../engine/corpus/report";
import { Button } from "../primitives/Button";
import look from "./Look.module.css";
import styles from "./Encodings.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

interface EncodingsProps {
  readonly encoding: EncodingUsed;
  readonly options: CorpusOptions;
  readonly onChange: (options: CorpusOptions) => void;
}

export function Encodings({ encoding: { why, others }, options, onChange }: EncodingsProps) {
  const { t } = useCorpusTexts();
  if (others.length === 0 || why === "mark" || why === "valid") return null;
  return (
    <details className={look.details} open={why === "content"}>
      <summary>{t("how.encoding.others")}</summary>
      <ul className={styles.others}>
        {others.map(({ encoding, sample }) => (
          <li key={encoding}>
            <Button
              look="link"
              aria-label={t("how.encoding.take", {
                encoding: t(`how.encoding.names.${encoding}`),
              })}
              onClick={() => onChange({ ...options, encoding, columns: "auto", header: "auto" })}
            >
              {t(`how.encoding.names.${encoding}`)}
            </Button>
            <span className={styles.sample} dir="auto">
              {sample}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
