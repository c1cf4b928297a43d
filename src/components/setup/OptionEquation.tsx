/** The equation of a setting as it is chosen; nothing for a setting that is none. */
import { useTranslation } from "react-i18next";
import { useApp } from "../../state/app";
import { optionEquation } from "../../vis/optionEquations";
import { Equation } from "../step/Equation";
import type { SettingName } from "./fields";
import styles from "./OptionEquation.module.css";

export function OptionEquation({ name }: { readonly name: SettingName }) {
  const { t } = useTranslation("setup");
  const tex = useApp(({ config }) => optionEquation(name, config[name]));
  if (tex === null) return null;
  return (
    <div className={styles.equation}>
      <Equation tex={tex} label={t("equationOf", { field: t(`fields.${name}.label`) })} />
    </div>
  );
}
