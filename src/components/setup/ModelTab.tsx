/** The settings of the model: a whole model by name, its attention, its cells, and its size. */
import { useTranslation } from "../../i18n/useTranslation";
import { ChoiceSetting } from "./ChoiceSetting";
import { Fold } from "./Fold";
import { ModelSize } from "./ModelSize";
import { OptionEquation } from "./OptionEquation";
import { PresetSetting } from "./PresetSetting";
import { useLane } from "../useLane";
import { ResetSettings } from "./ResetSettings";
import { SettingGroup } from "./SettingGroup";
import { TransformerSettings } from "./TransformerSettings";

export function ModelTab() {
  const network = useLane(({ config }) => config.network);
  return (
    <>
      <PresetSetting />
      <ChoiceSetting name="network" />
      {network === "transformer" ? (
        <TransformerSettings />
      ) : (
        <>
          <ChoiceSetting name="attention" fold={<EquationFold name="attention" />} />
          <ChoiceSetting name="timing" fold={<EquationFold name="timing" />} />
        </>
      )}
      <div>
        {network === "recurrent" && (
          <>
            <SettingGroup name="cells" />
            <SettingGroup name="reading" />
          </>
        )}
        <ModelSize />
      </div>
      <ResetSettings />
    </>
  );
}

function EquationFold({ name }: { readonly name: "attention" | "timing" }) {
  const { t } = useTranslation("setup");
  return (
    <Fold section={name} summary={t("equation")} field={t(`fields.${name}.label`)}>
      <OptionEquation name={name} />
    </Fold>
  );
}
