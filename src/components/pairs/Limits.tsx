/** Which pairs stay: the longest source and target as sliders that count along, the tutorial's filter, and the numbers. */
import { useId, useState } from "react";
import { pairsWithin } from "../../engine/corpus/reading";
import { CORPUS_LIMITS, type Sides } from "../../engine/corpus/report";
import fields from "../primitives/Field.module.css";
import { NumberField } from "../primitives/NumberField";
import { Slider } from "../primitives/Slider";
import { useFormat } from "../primitives/useFormat";
import type { ReadingProps } from "./LookStep";
import styles from "./Look.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

const LENGTHS = [
  { side: "source", name: "maxSource" },
  { side: "target", name: "maxTarget" },
] as const;
const NUMBERS = [
  { name: "maxPairs", step: 100 },
  { name: "maxVocabulary", step: 50 },
] as const;

export function Limits({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h4 id={id} className={styles.subtitle}>
        {t("limits.title")}
      </h4>
      <Lengths {...{ reading, options, onChange }} />
      <div>
        <label className={fields.check}>
          <input
            type="checkbox"
            checked={options.prefixes}
            aria-describedby={`${id}-prefixes`}
            onChange={({ target }) => onChange({ ...options, prefixes: target.checked })}
          />
          {t("limits.prefixes")}
        </label>
        <p id={`${id}-prefixes`} className={fields.help}>
          {t("limits.prefixesHelp")}
        </p>
      </div>
      <Numbers {...{ options, onChange }} />
    </section>
  );
}

/** The sliders, with the number of pairs that stay at each of their positions. */
function Lengths({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const format = useFormat();
  const { lengths, limits } = reading;
  const [moving, setMoving] = useState<Sides<number> | null>(null); // during a drag
  const kept = format.number(pairsWithin(lengths, moving ?? limits));
  const { min, max } = CORPUS_LIMITS.maxLength;
  return (
    <>
      <div className={styles.choices}>
        {LENGTHS.map(({ side, name }) => (
          <Slider
            key={side}
            label={t(`limits.${name}`)}
            value={limits[side]}
            {...{ min, max, step: 1 }}
            write={(length) => t("limits.tokens", { length })}
            onMove={(length) => setMoving({ ...limits, [side]: length })}
            onCommit={(length) => {
              setMoving(null);
              onChange({ ...options, [name]: length });
            }}
          />
        ))}
      </div>
      <p className={styles.keeps}>
        {t("limits.keeps", { kept, pairs: format.number(lengths.pairs) })}
      </p>
    </>
  );
}

function Numbers({ options, onChange }: Omit<ReadingProps, "reading">) {
  const { t } = useCorpusTexts();
  return (
    <details className={styles.details}>
      <summary>{t("limits.more")}</summary>
      <div className={styles.choices}>
        {NUMBERS.map(({ name, step }) => (
          <NumberField
            key={name}
            label={t(`limits.${name}.label`)}
            help={t(`limits.${name}.help`)}
            value={options[name]}
            min={CORPUS_LIMITS[name].min}
            max={CORPUS_LIMITS[name].max}
            step={step}
            round={Math.round}
            onCommit={(limit) => onChange({ ...options, [name]: limit })}
          />
        ))}
      </div>
    </details>
  );
}
