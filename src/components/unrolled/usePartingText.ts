/** Two decodes side by side in words: how each came about, and where they part. */
import { useTranslation } from "../../i18n/useTranslation";
import { besideProblem } from "../../engine/beside";
import type { BesideDecode } from "../../engine/results/besideDecode";
import type { Trace } from "../../engine/results/trace";
import type { TokenView } from "../../engine/text/tokens";
import { partingOf, type RightCount, rightTokensOf } from "../../vis/facts/parting";
import { useTokenName } from "./useTokenName";

/** How the shown decode and the one beside it came about: as adverbials of a sentence ("how"), or as names. */
interface Hows {
  readonly shown: string;
  readonly beside: string;
}

export function useHows(
  form: "how" | "name" = "how",
): (trace: Trace, beside: BesideDecode) => Hows {
  const { t } = useTranslation("parting");
  const ownHow = ({ decoding }: Trace): string =>
    t(`${form}.${decoding.kind === "greedy" ? "free" : decoding.kind}`);
  const atUpdate = (step: number): string => t(`${form}.update`, { step });
  return (trace, beside) => {
    const { kind } = beside;
    switch (kind) {
      case "free":
        return { shown: t(`${form}.forced`), beside: t(`${form}.free`) };
      case "forced":
        return { shown: ownHow(trace), beside: t(`${form}.forced`) };
      case "greedy":
        return { shown: ownHow(trace), beside: t(`${form}.greedy`) };
      case "present":
        return { shown: atUpdate(trace.trainedSteps), beside: atUpdate(beside.trainedSteps) };
      case "untouched":
        return { shown: t(`${form}.edited`), beside: t(`${form}.untouched`) };
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
  const count = (total: number, { right, excess }: RightCount): string =>
    t(excess > 0 ? "countExcess" : "count", { total, right, excess });
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
      at &&
      right &&
      t("right", {
        shown: count(right.total, right.shown),
        shownHow: how.shown,
        beside: count(right.total, right.beside),
        besideHow: how.beside,
      });
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
