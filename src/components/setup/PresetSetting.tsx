/** A whole model by its name in the literature, and the settings of that name. */
import { useTranslation } from "../../i18n/useTranslation";
import { idleness } from "../../engine/setup/conflicts";
import {
  PRESET_FIELDS,
  PRESET_NAMES,
  type PresetName,
  presetOf,
  withPreset,
} from "../../engine/setup/presets";
import { LANE } from "../../state/slices/lane";
import { laneOf, useApp } from "../../state/store";
import { useLane } from "../useLane";
import { Select } from "../primitives/Select";
import { Fold } from "./Fold";
import styles from "./Setup.module.css";
import { useValueText } from "./useSetting";
import { student } from "../../state/actions/acts";

const CUSTOM = "custom"; // the disabled option that the page shows where no preset fits

export function PresetSetting() {
  const { t } = useTranslation("setup");
  const isLocked = useApp(({ view }) => view.isLocked);
  const preset = useLane(({ config }) => presetOf(config));
  const named = PRESET_NAMES.map((name) => ({
    value: name,
    label: t(`preset.options.${name}.label`),
  }));
  const custom = { value: CUSTOM, label: t("preset.custom.label"), disabled: true } as const;
  return (
    <Select<PresetName | typeof CUSTOM>
      label={t("preset.label")}
      value={preset ?? CUSTOM}
      options={preset === null ? [custom, ...named] : named}
      help={preset === null ? t("preset.custom.help") : t(`preset.options.${preset}.help`)}
      aside={
        <Fold section="preset" summary={t("preset.sets")} field={t("preset.label")}>
          <PresetFields />
        </Fold>
      }
      disabled={isLocked}
      onChange={(name) =>
        name !== CUSTOM && student.configure(withPreset(laneOf(LANE).config, name))
      }
    />
  );
}

/** The present values of the fields that a preset decides, without fields that have no effect. */
function PresetFields() {
  const { t } = useTranslation("setup");
  const config = useLane((lane) => lane.config);
  const textOf = useValueText();
  return (
    <dl className={styles.preset}>
      {PRESET_FIELDS.filter((name) => idleness(config, name) === null).map((name) => (
        <div key={name}>
          <dt>{t(`fields.${name}.label`)}</dt>
          <dd>{textOf(name, config[name])}</dd>
        </div>
      ))}
    </dl>
  );
}
