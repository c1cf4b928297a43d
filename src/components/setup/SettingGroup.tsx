/** Settings of one subject in a group, which shows a summary of their values. */
import { useTranslation } from "../../i18n/useTranslation";
import { idleness } from "../../engine/setup/conflicts";
import { useLane } from "../useLane";
import { ChoiceSetting } from "./ChoiceSetting";
import { type GroupedName, type GroupName, GROUPS, isChoice, type SettingName } from "./fields";
import { Group } from "./Group";
import { NumberSetting } from "./NumberSetting";
import { OptionEquation } from "./OptionEquation";
import { ScheduleCurve } from "./ScheduleCurve";
import styles from "./SettingGroup.module.css";
import { useValueText } from "./useSetting";

export function SettingGroup({ name }: { readonly name: GroupName }) {
  const { t } = useTranslation("setup");
  return (
    <Group section={name} title={t(`groups.${name}.title`)} brief={useBrief(name)}>
      {(isOpen) => (
        <div className={styles.settings}>
          {GROUPS[name].map((field) => (
            <Setting key={field} name={field} isOpen={isOpen} />
          ))}
        </div>
      )}
    </Group>
  );
}

/** The values of the group's settings in a few words; for the difficulty, only settings that the task offers. */
function useBrief(name: GroupName): string {
  const { t } = useTranslation("setup");
  const config = useLane((lane) => lane.config);
  const textOf = useValueText();
  const fields = GROUPS[name].map((field) => [field, textOf(field, config[field])] as const);
  const values = Object.fromEntries(fields) as Values;
  if (name === "difficulty" && idleness(config, "symbols") !== null)
    return t(`groups.difficulty.${idleness(config, "longest") ? "fixed" : "lengths"}`, values);
  const { task, symbols } = config;
  const known = task === "pairs" ? "" : t(`units.${task}.known`, { count: symbols });
  return t(`groups.${name}.brief`, { ...values, known });
}

/** The texts of a group name only its own fields. */
type Values = Readonly<Record<GroupedName, string>>;

/** The control that suits the field. A closed group skips the typesetting of equations. */
function Setting({ name, isOpen }: { readonly name: SettingName; readonly isOpen: boolean }) {
  const more = isOpen && (
    <>
      <OptionEquation name={name} />
      {name === "schedule" && <ScheduleCurve />}
    </>
  );
  return isChoice(name) ? (
    <ChoiceSetting name={name} more={more} />
  ) : (
    <NumberSetting name={name} more={more} />
  );
}
