/** What must pass through the state between encoder and decoder of a model without attention, in words. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { decoderLayersOf } from "../../engine/setup/modelShape";
import { bottleneckOf } from "../../vis/facts/bottleneck";

export function useWallText(): (trace: Trace) => string {
  const { t } = useTranslation("stage");
  return ({ shape, source }) => {
    const { kind, numbers } = bottleneckOf(shape);
    const { hiddenSize: units } = shape;
    const layers = decoderLayersOf(shape);
    const isCopied = layers > 1 && (kind === "bridge" || kind === "bridgeMemory");
    const passes = t(`wall.${kind}`, { count: source.length, numbers, units, layers });
    return isCopied ? `${passes}. ${t("wall.copied")}` : passes;
  };
}
