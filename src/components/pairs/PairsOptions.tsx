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
const UNIT_OF = { word: "words", character: "characters" } as const;
const LIMITS = [
  { name: "maxPairs", step: 100 },
  { name: "maxVocabulary", step: 50 },
] as const;
const SWITCHES = ["swap", "simplify"] as const;

function unitOf({ units }: CorpusOptions): (typeof UNITS)[number] {
  return units !== "auto" && units.source === "characters" ? "character" : "word";
}

function withUnit(options: CorpusOptions, unit: (typeof UNITS)[number]): CorpusOptions {
  return { ...options, units: { source: UNIT_OF[unit], target: UNIT_OF[unit] } };
}

/** The longer of the two limits. */
function maxLengthOf(options: CorpusOptions): number {
  const { words, others } = CORPUS_LIMITS.maxLength;
  const initial = unitOf(options) === "word" ? words : others;
  const { maxSource, maxTarget } = options;
  return Math.max(
    maxSource === "auto" ? initial : maxSource,
    maxTarget === "auto" ? initial : maxTarget,
  );
}

export function PairsOptions({ options, onChange }: OptionsProps) {
  const { t } = useTranslation("pairs");
  return (
    <fieldset className={styles.options}>
      <legend className={styles.legend}>{t("options")}</legend>
      <Select
        label={t("unit.label")}
        value={unitOf(options)}
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
        <NumberField
          label={t("maxLength.label")}
          help={t("maxLength.help")}
          value={maxLengthOf(options)}
          min={CORPUS_LIMITS.maxLength.min}
          max={CORPUS_LIMITS.maxLength.max}
          step={1}
          round={Math.round}
          onCommit={(limit) => onChange({ ...options, maxSource: limit, maxTarget: limit })}
        />
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
