/** A setting with a few options: a select, and one sentence on the chosen option. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { FIELDS, type Config } from "../../engine/setup/config";
import { type Obstacle, obstacleTo } from "../../engine/setup/conflicts";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { Select } from "../primitives/Select";
import type { ChoiceName, OptionTexts } from "./fields";
import { useConfigure } from "./useConfigure";
import { useSetting } from "./useSetting";

interface ChoiceSettingProps {
  readonly name: ChoiceName;
  /** Beside the label, instead of the reset to the default. */
  readonly fold?: ReactNode;
  /** Below the explanation. */
  readonly more?: ReactNode;
}

export function ChoiceSetting({ name, fold, more }: ChoiceSettingProps) {
  const { t } = useTranslation("setup");
  const { label, idle, isFixed, aside } = useSetting(name);
  const config = useLane((lane) => lane.config);
  const configure = useConfigure();
  const texts: OptionTexts = t(`fields.${name}.options`, { returnObjects: true });
  const labelOf = (option: string): string => texts[option]?.label ?? option;
  const hasPairs = useApp(({ pairs }) => pairs.used !== null) || config.task === "pairs";
  const options = FIELDS[name].options
    .filter((option) => option !== "pairs" || hasPairs)
    .map((option) => ({ value: option, obstacle: obstacleIn(config, name, option) }));
  const blocked = options.filter(({ obstacle }) => obstacle !== null);
  const [reason] = blocked.map(({ obstacle }) => obstacle); // all options of a field have the same
  const blockedLabels = blocked.map(({ value }) => labelOf(value)).join(", ");
  return (
    <Select<Config[ChoiceName]>
      label={label}
      value={config[name]}
      options={options.map(({ value, obstacle }) => ({
        value,
        label: obstacle ? t(`blocked.${obstacle}`, { option: labelOf(value) }) : labelOf(value),
        disabled: obstacle !== null,
      }))}
      disabled={isFixed}
      help={idle ?? texts[config[name]]?.help}
      obstacles={reason ? t(`obstacles.${reason}`, { options: blockedLabels }) : undefined}
      aside={fold === undefined ? aside : idle === null && fold}
      more={idle === null && more}
      onChange={(option) => configure({ [name]: option })}
    />
  );
}

/** The unavailable options of any field; attention and direction exclude each other, heads and size. */
function obstacleIn(config: Config, name: ChoiceName, option: string): Obstacle | null {
  if (name !== "attention" && name !== "direction" && name !== "heads") return null;
  return obstacleTo(config, name, option as Config[typeof name]);
}
