/** What a token is on each side, and how the letters are changed before. */
import { useId } from "react";
import { CORPUS_UNITS, type CorpusUnit } from "../../engine/corpus/report";
import fields from "../primitives/Field.module.css";
import { Select } from "../primitives/Select";
import type { ReadingProps } from "./LookStep";
import styles from "./Look.module.css";
import { useCorpusTexts } from "./useCorpusTexts";

const SIDES = ["source", "target"] as const;

export function TokenChoice({ reading, options, onChange }: ReadingProps) {
  const { t } = useCorpusTexts();
  const id = useId();
  const { units, notes, folds } = reading;
  const list = folds
    .slice(0, 6)
    .map((fold) => t("units.foldOne", { ...fold }))
    .join(", ");
  return (
    <section className={styles.group} aria-labelledby={id}>
      <h4 id={id} className={styles.subtitle}>
        {t("units.title")}
      </h4>
      <div className={styles.choices}>
        {SIDES.map((side) => (
          <Select<CorpusUnit>
            key={side}
            label={t(`units.label.${side}`)}
            value={units[side]}
            options={CORPUS_UNITS.map((value) => ({ value, label: t(`units.names.${value}`) }))}
            help={notes[side] ? t(`units.notes.${notes[side].kind}`) : undefined}
            onChange={(unit) => onChange({ ...options, units: { ...units, [side]: unit } })}
          />
        ))}
      </div>
      <label className={fields.check}>
        <input
          type="checkbox"
          checked={options.simplify}
          onChange={({ target }) => onChange({ ...options, simplify: target.checked })}
        />
        {t("units.simplify")}
      </label>
      {(folds.length > 0 || options.fold) && (
        <div>
          <label className={fields.check}>
            <input
              type="checkbox"
              checked={options.fold}
              aria-describedby={`${id}-folds`}
              onChange={({ target }) => onChange({ ...options, fold: target.checked })}
            />
            {t("units.fold")}
          </label>
          <p id={`${id}-folds`} className={fields.help}>
            {list !== "" && t(`units.folds.${options.fold ? "on" : "off"}`, { list })}
          </p>
        </div>
      )}
    </section>
  );
}
