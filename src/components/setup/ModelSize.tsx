/** The size of the chosen model: its number of parameters is always visible, every tensor with its shape on demand. */
import { useTranslation } from "../../i18n/useTranslation";
import { parameterCount } from "../../engine/setup/learnedParameters";
import { useLane } from "../useLane";
import { useFormat } from "../primitives/useFormat";
import { Group } from "./Group";
import { ModelTables } from "./ModelTables";
import { useModelShape } from "./useModelShape";

export function ModelSize() {
  const { t } = useTranslation("setup");
  const format = useFormat();
  const shape = useModelShape();
  const batchSize = useLane(({ config }) => config.batchSize);
  const brief = shape
    ? t("model.size", { parameters: format.number(parameterCount(shape)) })
    : t("model.unknown");
  return (
    <Group section="size" title={t("model.title")} brief={brief}>
      {(isOpen) => isOpen && shape && <ModelTables shape={shape} batchSize={batchSize} />}
    </Group>
  );
}
