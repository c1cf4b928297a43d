/** Why decoding chose the token, where it is not simply the likeliest. */
import type { ReactNode } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { probabilityOf, saidProbability } from "../../vis/facts/probability";
import type { Shown } from "../unrolled/shown";
import { useTokenName } from "../unrolled/useTokenName";
import { useFormat } from "../primitives/useFormat";
import styles from "./NextToken.module.css";

/** The effect of a temperature on the probabilities. */
function effectOf(temperature: number) {
  if (temperature === 1) return "same";
  return temperature < 1 ? "sharper" : "flatter";
}

export function ChoiceNote({ trace, step }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const name = useTokenName();
  const { decoding } = trace;
  if (step.saidByHand) return null;
  switch (decoding.kind) {
    case "greedy":
      return null;
    case "sampling": {
      const { temperature, seed } = decoding;
      const { chosen, logits } = step;
      const values = {
        temperature: format.number(temperature, 1),
        seed: format.number(seed),
        token: name(chosen),
        share: format.percent(probabilityOf(logits, chosen.id, temperature)),
        probability: format.percent(saidProbability(step)),
      };
      return (
        <p className={styles.note} data-about="choice">
          {t("choice.sampling", values)} {temperature !== 1 && t("choice.both", values)}{" "}
          {t(`choice.${effectOf(temperature)}`)}
        </p>
      );
    }
    case "beam": {
      const isLargest = step.top[0]?.token.id === step.chosen.id;
      return (
        <p className={styles.note} data-about="choice">
          {t("choice.beam")} {!isLargest && t("choice.beamOther")}
        </p>
      );
    }
    default:
      return decoding satisfies never;
  }
}
