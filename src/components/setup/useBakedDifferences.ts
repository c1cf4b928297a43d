/** The settings that differ between the set-up and the training of the shipped model. */
import { useTranslation } from "../../i18n/useTranslation";
import { bakedDifferences } from "../../engine/files/baked";
import { withLiveFields } from "../../engine/setup/config";
import { useLane } from "../useLane";
import { useValueText } from "./useSetting";

/** Each with its value there and here, as a list in words; null without a difference or without a shipped model. */
export function useBakedDifferences(): string | null {
  const { t } = useTranslation("setup");
  const textOf = useValueText();
  const info = useLane(({ run }) => run.info);
  const config = useLane((lane) => lane.config);
  if (info?.weights !== "baked") return null;
  const texts = bakedDifferences(withLiveFields(info.config, config)).map(
    ({ name, baked, wanted }) =>
      t("bakedDifference", {
        label: t(`fields.${name}.label`),
        baked: textOf(name, baked),
        wanted: textOf(name, wanted),
      }),
  );
  return texts.length > 0 ? texts.join(", ") : null;
}
