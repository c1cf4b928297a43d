/** What the step says next and how sure it is, and what that costs where the right answer is known. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { TokenView } from "../../engine/tokens";
import { lookedPast } from "../../vis/aligned";
import { readsMistakes } from "../../vis/feeding";
import { nextTokens, probabilityOf, stepLoss } from "../../vis/probability";
import { glyph } from "../../vis/text";
import type { Shown } from "../figures/useShownStep";
import { useTokenName } from "../figures/useTokenName";
import { Card } from "../primitives/Card";
import { useFormat } from "../primitives/useFormat";
import css from "./NextToken.module.css";

export function NextToken({ trace, index, step }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const { top, others, othersProbability } = nextTokens(step);
  const truth = trace.expected?.[index];
  const aside = <span className={css.aside}>{t("next.aside", { count: step.logits.length })}</span>;
  return (
    <Card title={t("next.title")} aside={aside}>
      <div className={css.body}>
        <ol className={css.bars}>
          {top.map(({ token, probability }) => (
            <Bar
              key={token.id}
              label={glyph(token)}
              probability={probability}
              said={token.id === step.chosen.id}
              truth={token.id === truth?.id}
            />
          ))}
          {others > 0 && (
            <Bar label={t("next.others", { count: others })} probability={othersProbability} rest />
          )}
        </ol>
        <div>
          <Loss trace={trace} truth={truth} step={step} index={index} />
          <Unaligned trace={trace} index={index} />
        </div>
      </div>
    </Card>
  );
}

/** A right answer for which attention did not go where the task's rule points. */
function Unaligned({ trace, index }: Pick<Shown, "trace" | "index">): ReactNode {
  const { t } = useTranslation("step");
  const looked = lookedPast(trace, index);
  if (!looked) return null;
  return (
    <p className={css.note} data-about="attention">
      {t("unaligned")}
      {looked === "next" && ` ${t("unalignedNext")}`}
    </p>
  );
}

interface BarProps {
  readonly label: string;
  readonly probability: number;
  readonly said?: boolean;
  readonly truth?: boolean;
  readonly rest?: boolean;
}

function Bar({ label, probability, said, truth, rest }: BarProps): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  return (
    <li className={css.bar} data-said={said || undefined} data-rest={rest || undefined}>
      <span className={css.label}>
        <span className={css.text}>{label}</span>
        {truth && <span className={css.truth}>{t("next.truth")}</span>}
      </span>
      <span className={css.track} aria-hidden="true">
        <span className={css.fill} style={{ width: `${100 * probability}%` }} />
      </span>
      <span className={css.value}>{format.percent(probability)}</span>
    </li>
  );
}

interface LossProps extends Pick<Shown, "trace" | "step" | "index"> {
  readonly truth: TokenView | undefined;
}

function Loss({ trace, truth, step, index }: LossProps): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const name = useTokenName();
  if (!trace.expected) return <p className={css.note}>{t("loss.unknown")}</p>;
  if (!truth) return <p className={css.note}>{t("loss.over")}</p>;
  const count = step.logits.length;
  return (
    <div className={css.note}>
      <p className={css.formula}>
        {t("loss.formula", {
          token: name(truth),
          probability: format.fixed(probabilityOf(step.logits, truth.id), 4),
          loss: format.fixed(stepLoss(step.logits, truth.id), 4),
        })}
      </p>
      <p>{t("loss.text", { count, chance: format.fixed(Math.log(count), 2) })}</p>
      {readsMistakes(trace, index) && <p>{t("loss.mistakes")}</p>}
      {trace.teacherForcing && <p>{t("loss.forcing")}</p>}
    </div>
  );
}
