/** Two decodes side by side in words: how each came about, and where they part. */
import { useTranslation } from "../../i18n/useTranslation";
import { besideProblem } from "../../engine/beside";
import type { BesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { partingOf, rightTokensOf } from "../../vis/facts/parting";
import { useTokenName } from "./useTokenName";

/** How the shown decode and the one beside it came about, as adverbials. */
interface Hows {
  readonly shown: string;
  readonly beside: string;
}

export function useHows(): (trace: Trace, beside: BesideDecode) => Hows {
  const { t } = useTranslation("parting");
  const ownHow = ({ decoding }: Trace): string =>
    t(`how.${decoding.kind === "greedy" ? "free" : decoding.kind}`);
  const atUpdate = (step: number): string => t("how.update", { step });
  return (trace, beside) => {
    const { kind } = beside;
    switch (kind) {
      case "free":
        return { shown: t("how.forced"), beside: t("how.free") };
      case "forced":
        return { shown: ownHow(trace), beside: t("how.forced") };
      case "greedy":
        return { shown: ownHow(trace), beside: t("how.greedy") };
      case "present":
        return { shown: atUpdate(trace.trainedSteps), beside: atUpdate(beside.trainedSteps) };
      case "untouched":
        return { shown: t("how.edited"), beside: t("how.untouched") };
      default:
        return kind satisfies never;
    }
  };
}

/** Where the two part, and what follows: a few sentences. */
export function usePartingText(): (trace: Trace, beside: BesideDecode) => string {
  const { t } = useTranslation("parting");
  const name = useTokenName();
  const hows = useHows();
  const clause = (how: string, token: TokenView | null): string =>
    token ? t("says", { how, token: name(token) }) : t("ended", { how });
  return (trace, other) => {
    const parting = partingOf(trace, other);
    const { slip, says, steps } = parting;
    const how = hows(trace, other);
    const at = says === null ? undefined : steps[says];
    const slipped =
      slip &&
      t("slip", {
        step: slip.step + 1,
        next: slip.step + 2,
        said: name(slip.said),
        truth: name(slip.truth),
      });
    const shown = clause(how.shown, at?.shown ?? null);
    const beside = clause(how.beside, at?.beside ?? null);
    const parts = at && says !== null ? t("part", { step: says + 1, shown, beside }) : t("same");
    const right = rightTokensOf(trace, other);
    const judged =
      at && right && t("right", { ...right, shownHow: how.shown, besideHow: how.beside });
    return [slipped, parts, judged].filter(Boolean).join(" ");
  };
}

/** Why no decode stands beside the shown one although one is wanted; "" where none is wanted. */
export function useMissingText(): (trace: Trace) => string {
  const { t } = useTranslation("parting");
  return ({ show, expected }) => {
    const kind = show.beside;
    const problem = kind === "none" ? null : besideProblem(kind, show, expected !== null);
    return problem
      ? t("missing", { option: t(`options.${kind}`), reason: t(`problems.${problem}`) })
      : "";
  };
}
