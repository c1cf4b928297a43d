/** The equation of the chosen option; nothing for a setting without equations. */
import { useTranslation } from "../../i18n/useTranslation";
import { useLane } from "../useLane";
import { optionEquation } from "../../vis/tex/optionEquations";
import { Equation } from "../step/Equation";
import type { SettingName } from "./fields";
import styles from "./OptionEquation.module.css";

export function OptionEquation({ name }: { readonly name: SettingName }) {
  const { t } = useTranslation("setup");
  const tex = useLane(({ config }) => optionEquation(name, config));
  if (tex === null) return null;
  const label = t("partOf", { part: t("equation"), field: t(`fields.${name}.label`) });
  return (
    <div className={styles.equation}>
      <Equation tex={tex} label={label} />
    </div>
  );
}
