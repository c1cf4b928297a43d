/** The common parts of all settings' controls: the label, why the setting is idle, and the content beside the label. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { FIELDS } from "../../engine/setup/config";
import { idleness } from "../../engine/setup/conflicts";
import { useApp } from "../../state/store";
import { useLane } from "../useLane";
import { factsOf } from "../../engine/tasks/facts";
import { Button } from "../primitives/Button";
import { useFormat } from "../primitives/useFormat";
import { initialOf, isChoice, type OptionTexts, type SettingName, writeNumber } from "./fields";
import styles from "./Setup.module.css";
import { useConfigure } from "./useConfigure";

export interface Setting {
  readonly label: string;
  /** Why the setting has no effect with the other settings, as a sentence; null where it has an effect. */
  readonly idle: string | null;
  /** Whether it only shows its value: it has no effect, or the link has locked it. */
  readonly isFixed: boolean;
  /** Whether it is locked or applies at once, and the reset to its default. */
  readonly aside: ReactNode;
}

export function useSetting(name: SettingName): Setting {
  const { t } = useTranslation("setup");
  const reason = useLane(({ config }) => idleness(config, name));
  const isLocked = useApp(({ view }) => view.isLocked);
  const isInitial = useLane(({ config }) => config[name] === initialOf(config, name));
  return {
    label: useLabel(name),
    idle: reason && t(`idle.${reason}`),
    isFixed: reason !== null || isLocked,
    aside: isLocked ? (
      <span className={styles.live}>{t("locked.tag")}</span>
    ) : (
      <>
        {FIELDS[name].effect === "live" && <span className={styles.live}>{t("live")}</span>}
        {!isInitial && <ToDefault name={name} />}
      </>
    ),
  };
}

/** The setting's name. Where the task counts the answer's tokens, a length is a length of the answer; each task has its own symbols. */
function useLabel(name: SettingName): string {
  const { t } = useTranslation("setup");
  const task = useLane(({ config }) => config.task);
  const ofAnswer = factsOf(task)?.counts === "answer";
  const isLength = name === "shortest" || name === "longest";
  if (name === "symbols" && task !== "pairs") return t(`units.${task}.count`);
  return isLength && ofAnswer ? t(`fields.${name}.answer`) : t(`fields.${name}.label`);
}

/** Values as the page writes them: an option by its label, a number in the page's digits. */
export function useValueText(): (name: SettingName, value: string | number) => string {
  const { t } = useTranslation("setup");
  const format = useFormat();
  return (name, value) => {
    if (!isChoice(name)) return writeNumber(format, Number(value));
    const texts: OptionTexts = t(`fields.${name}.options`, { returnObjects: true });
    return texts[value]?.label ?? String(value);
  };
}

/** Resets one setting; the button exists only while the value differs from the default. */
function ToDefault({ name }: { readonly name: SettingName }) {
  const { t } = useTranslation("setup");
  const initial = useLane(({ config }) => initialOf(config, name));
  const configure = useConfigure();
  const text = useValueText()(name, initial);
  const label = t("toDefault", { field: useLabel(name), value: text });
  return (
    <Button
      look="link"
      className={styles.toDefault}
      aria-label={label}
      title={label}
      onClick={({ currentTarget }) => {
        // The button disappears, so the focus moves to the setting's control first.
        const field = currentTarget.closest("[data-field]");
        field?.querySelector<HTMLElement>("input, select")?.focus();
        configure({ [name]: initial });
      }}
    >
      <span aria-hidden="true">{BACK}</span>
      {text}
    </Button>
  );
}

const BACK = "↺";
