/** A short sentence that says what an edit is. */
import { useTranslation } from "../../i18n/useTranslation";
import { uniform } from "../../engine/edits/attentionRow";
import { type Edit, type EditOf, hiddenOf } from "../../engine/edits/edit";
import type { Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { untouchedStep } from "../../vis/facts/byHand";
import { useFormat } from "../primitives/useFormat";
import { useTokenName } from "../unrolled/useTokenName";

/** What a row of weights does, for its sentence. */
function gaze({ weights }: EditOf<"look">, edits: readonly Edit[]) {
  if (Math.max(...weights) === 1) return "lookOnly";
  const alike = uniform(weights.length, hiddenOf(edits));
  const isAlike = weights.every((weight, i) => Math.abs(weight - (alike[i] ?? 0)) < 0.001);
  return isAlike ? "lookAlike" : "lookMost";
}

export function useEditText(trace: Trace): (edit: Edit) => string {
  const { t } = useTranslation("edits");
  const format = useFormat();
  const name = useTokenName();
  const nameOf = (token: TokenView | undefined): string => (token ? name(token) : "");
  const ofToken = (edit: EditOf<"say" | "feed">, before: TokenView | undefined): string => {
    const { kind, token } = edit;
    const isOther = before !== undefined && before.text !== token;
    const values = {
      step: edit.step + 1,
      token: name({ id: -1, text: token }),
      was: nameOf(before),
    };
    return t(isOther ? `chip.${kind}Was` : `chip.${kind}`, values);
  };
  const ofRow = (edit: EditOf<"look">): string => {
    const largest = Math.max(...edit.weights);
    const source = nameOf(trace.source[edit.weights.indexOf(largest)]);
    const weight = format.fixed(largest, 2);
    return t(`chip.${gaze(edit, trace.show.edits)}`, { step: edit.step + 1, source, weight });
  };
  return (edit) => {
    switch (edit.kind) {
      case "say":
        return ofToken(edit, untouchedStep(trace, edit.step)?.chosen);
      case "feed":
        return ofToken(edit, untouchedStep(trace, edit.step)?.input);
      case "look":
        return ofRow(edit);
      case "hide": {
        const source = nameOf(trace.source[edit.position]);
        return t("chip.hide", { position: edit.position + 1, source });
      }
      case "emptyContext":
      case "emptyState":
        return t(`chip.${edit.kind}`, { step: edit.step + 1 });
      case "swapStates":
        return t("chip.swapStates", { source: edit.source });
      case "temperature":
        return t("chip.temperature", { value: format.number(edit.value, 1) });
      case "padding":
        return t("chip.padding", { count: edit.count });
      default:
        return edit satisfies never;
    }
  };
}
