/** The name of a number in words. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Place } from "../../engine/derivation/quantity";
import type { Trace } from "../../engine/results/trace";
import { knownToken } from "../../vis/facts/knownToken";
import { useSubjectName } from "../unrolled/useSubjectName";
import { useTokenName } from "../unrolled/useTokenName";

/** The name of a source token, and of a target token, which has only its id if the trace does not mention it. */
export function useTokenNames(trace: Trace) {
  const name = useTokenName();
  const source = (position: number): string => {
    const token = trace.source[position];
    return token ? name(token) : "";
  };
  const target = (id: number): string => {
    const token = knownToken(trace, id);
    return token ? name(token) : `#${id}`;
  };
  return { source, target };
}

export function usePlaceName(trace: Trace): (place: Place) => string {
  const { t } = useTranslation("derivation");
  const { source, target } = useTokenNames(trace);
  const vectorName = useSubjectName(trace);
  return (place) => {
    switch (place.kind) {
      case "score":
      case "weight":
        return t(`title.${place.kind}`, { token: source(place.position) });
      case "inner":
        return t("title.inner", { token: source(place.position), unit: place.unit + 1 });
      case "logit":
      case "probability":
        return t(`title.${place.kind}`, { token: target(place.token) });
      case "unit":
        return t("title.unit", { vector: vectorName(place.subject), unit: place.unit + 1 });
      default:
        return place satisfies never;
    }
  };
}
