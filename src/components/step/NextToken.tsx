/** The most probable next tokens, the chosen one and the reason, and the loss where the right answer is known. */
import { type ReactNode, useId } from "react";
import { useTranslation } from "../../i18n/useTranslation";
import { nextTokens, type Option, temperatureOf } from "../../vis/facts/probability";
import { spelled } from "../../vis/layout/spelled";
import type { Shown } from "../unrolled/shown";
import { useFormat } from "../primitives/useFormat";
import { AlignmentNote } from "./AlignmentNote";
import { ChoiceNote } from "./ChoiceNote";
import { HandNotes } from "./HandNotes";
import styles from "./NextToken.module.css";
import { StepLoss } from "./StepLoss";
import { type ChoiceMark, useChoiceMarks } from "./useChoiceMarks";

interface NextTokenProps extends Shown {
  /** Whether the page compares with the right answer, or says that it is unknown. */
  readonly judges?: boolean;
}

export function NextToken({ judges = true, ...shown }: NextTokenProps): ReactNode {
  const { t } = useTranslation("step");
  const id = useId();
  const marksOf = useChoiceMarks(shown.trace);
  const { trace, index, step } = shown;
  const { options, others, othersShare } = nextTokens(trace, step);
  const truth = trace.expected?.[index];
  const tagsOf = (option: Option): Tag[] => [
    ...marksOf(option),
    ...(option.token.id === truth?.id ? [{ kind: "truth" as const, text: t("next.truth") }] : []),
  ];
  return (
    <section className={styles.card} aria-labelledby={id} data-place="next-token">
      <div className={styles.head}>
        <h2 id={id} className={styles.title}>
          {t("next.title")}
        </h2>
        <Softmax {...shown} />
      </div>
      <div className={styles.body}>
        <ol className={styles.bars}>
          {options.map((option, rank) => (
            <Bar
              key={rank} // training changes the order again and again
              label={spelled(option.token)}
              share={option.share}
              said={option.isChosen}
              tags={tagsOf(option)}
            />
          ))}
          {others > 0 && (
            <Bar label={t("next.others", { count: others })} share={othersShare} rest />
          )}
        </ol>
        <div className={styles.notes}>
          {judges && <StepLoss {...shown} />}
          <ChoiceNote {...shown} />
          <HandNotes {...shown} op="output" />
          <AlignmentNote trace={trace} index={index} />
        </div>
      </div>
    </section>
  );
}

/** The distribution of the bars: sampling draws from the tempered one. */
function Softmax({ trace, step }: Shown): ReactNode {
  const { t } = useTranslation("step");
  const format = useFormat();
  const temperature = temperatureOf(trace);
  const count = step.logits.length;
  const text =
    temperature === 1
      ? t("next.aside", { count })
      : t("next.asideTemperature", { count, temperature: format.number(temperature, 1) });
  return <span className={styles.aside}>{text}</span>;
}

type Tag = ChoiceMark | { readonly kind: "truth"; readonly text: string };

interface BarProps {
  readonly label: string;
  readonly share: number;
  readonly said?: boolean;
  readonly tags?: readonly Tag[];
  readonly rest?: boolean;
}

function Bar({ label, share, said, tags = [], rest }: BarProps): ReactNode {
  const format = useFormat();
  return (
    <li className={styles.bar} data-said={said || undefined} data-rest={rest || undefined}>
      <span className={styles.label}>
        <span className={styles.text}>{label}</span>
        {tags.map(({ kind, text }) => (
          <span key={kind} className={styles.tag} data-kind={kind}>
            {text}
          </span>
        ))}
      </span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ backgroundSize: `${100 * share}% 100%` }} />
      </span>
      <span className={styles.value}>{format.percent(share)}</span>
    </li>
  );
}
