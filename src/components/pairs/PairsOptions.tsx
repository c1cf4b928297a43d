/** How the worker reads the pairs: tokens, direction, spelling and limits. */
import { useTranslation } from "../../i18n/useTranslation";
import { CORPUS_LIMITS, type CorpusOptions } from "../../engine/corpus/report";
import fields from "../primitives/Field.module.css";
import { NumberField } from "../primitives/NumberField";
import { Select } from "../primitives/Select";
import styles from "./PairsDialog.module.css";

interface OptionsProps {
  readonly options: CorpusOptions;
  readonly onChange: (options: CorpusOptions) => void;
}

const UNITS = ["word", "character"] as const;
const LIMITS = [
  { name: "maxLength", step: 1 },
  { name: "maxPairs", step: 100 },
  { name: "maxVocabulary", step: 50 },
] as const;
const SWITCHES = ["swap", "simplify"] as const;

/** A sentence has more characters than words. */
const LONGEST = {
  word: CORPUS_LIMITS.maxLength.initial,
  character: CORPUS_LIMITS.maxLength.max,
} as const;

/** The options with another unit, and with the longest side that suits it unless the user has chosen one. */
function withUnit(options: CorpusOptions, unit: CorpusOptions["unit"]): CorpusOptions {
  const isUntouched = options.maxLength === LONGEST[options.unit];
  return { ...options, unit, maxLength: isUntouched ? LONGEST[unit] : options.maxLength };
}

export function PairsOptions({ options, onChange }: OptionsProps) {
  const { t } = useTranslation("pairs");
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{t("options")}</legend>
      <Select
        label={t("unit.label")}
        value={options.unit}
        options={UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        onChange={(unit) => onChange(withUnit(options, unit))}
      />
      <div>
        {SWITCHES.map((name) => (
          <label key={name} className={fields.check}>
            <input
              type="checkbox"
              checked={options[name]}
              onChange={({ target }) => onChange({ ...options, [name]: target.checked })}
            />
            {t(name)}
          </label>
        ))}
      </div>
      <div className={styles.limits}>
        {LIMITS.map(({ name, step }) => (
          <NumberField
            key={name}
            label={t(`${name}.label`)}
            help={t(`${name}.help`)}
            value={options[name]}
            min={CORPUS_LIMITS[name].min}
            max={CORPUS_LIMITS[name].max}
            step={step}
            round={Math.round}
            onCommit={(limit) => onChange({ ...options, [name]: limit })}
          />
        ))}
      </div>
    </fieldset>
  );
}
