/** What a figure says of itself to those who cannot see it: its name, the decode or the run, and the model. */
import { useTranslation } from "../../i18n/useTranslation";
import type { Trace } from "../../engine/results/trace";
import { EOS, type TokenView } from "../../engine/text/tokens";
import type { About } from "../../vis/export/figureText";
import { joinerOf } from "../../vis/facts/judgedTokens";
import { useModelText } from "../shell/ModelChips";
import { useFormat } from "../primitives/useFormat";
import { useLane } from "../useLane";
import type { FigureId } from "./items";
import { useTakeAwayTexts } from "./useTakeAwayTexts";

export function useAbout(id: FigureId): (trace: Trace | null) => About {
  const { t, i18n } = useTakeAwayTexts();
  const { t: ofSetup } = useTranslation("setup");
  const format = useFormat();
  const model = useModelText();
  const task = useLane(({ config }) => ofSetup(`fields.task.options.${config.task}.label`));
  const step = useLane(({ run }) => run.step);
  return (trace) => {
    const update = format.number(trace?.trainedSteps ?? step);
    const values = { task, model, update };
    const decoded = trace ? t("about.decode", sentencesOf(trace)) : "";
    return {
      language: i18n.language,
      title: t(`items.${id}.name`),
      description: `${decoded} ${t("about.model", values)}`.trim(),
    };
  };
}

/** Without the end token. */
function joined(tokens: readonly TokenView[], joiner: "" | " "): string {
  const words = tokens.filter(({ id }) => id !== EOS);
  return words.map(({ text }) => text).join(joiner);
}

function sentencesOf({ source, steps, task }: Trace): Record<"source" | "answer", string> {
  const said = steps.map(({ chosen }) => chosen);
  return {
    source: joined(source, joinerOf(task.sourceUnit)),
    answer: joined(said, joinerOf(task.targetUnit)),
  };
}
